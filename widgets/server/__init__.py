"""What the server answers itself: at the door, beside the pages, and with every answer.

`door` decides what an address leads to: a page, with `shell` as what Streamlit draws it into, or `wrong_address`. `data` is the
register beside the pages, `asking` what one request says of who asks, `headers` those of every
answer, `limits` what the system allows the server.

Open to others: data, door, headers, limits.
May import: exports, models/labels, models/records, models/register, widgets/frame, widgets/parts, starlette, streamlit.
"""
