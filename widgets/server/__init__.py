"""What the server answers beside the pages: the register as plain data, and the headers of every answer.

May import: widgets/parts, exports/ and models/.
"""
