"""The page Declarations: one text to read, several beside each other, one followed into the next.

What is asked for is in `choice`, what is said of one text in `about`, its words in `reader` with its `contents` above; several texts are in
`side_by_side` and, from three on, `columns`, with single passages in `passage` and the balance of pledges in `account`;
`succession` follows one text into the next, `ways` puts a reading together, and `not_on_record` says what cannot be read.

Open to others: about, choice, not_on_record, side_by_side, ways.
May import: models/records, models/register, widgets/frame, widgets/parts, streamlit.
"""
