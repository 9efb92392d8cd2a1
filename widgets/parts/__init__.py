"""What every page is made of: what it looks at (`view`, `address`), and the passages, marks, notes and charts it draws.

May import: models/, charts/, exports/ and Streamlit; nothing else of widgets/.
"""
