"""The page Method: what is counted, what each word means, how alike two codings are, what is missing, what to take along.

May import: widgets/parts and widgets/frame.
"""
