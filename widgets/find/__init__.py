"""The page Find: the question, the filters and what fits (`finder`), and one record that was found (`found`).

May import: widgets/parts and widgets/frame.
"""
