"""The page Declarations: one text to read (`reader`), several beside each other (`side_by_side`), one followed into the next.

May import: widgets/parts and widgets/frame.
"""
