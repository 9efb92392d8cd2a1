"""What a program of a reader asks for again and again: the new notes as a feed, the due dates and forums as a calendar.

`notes` is the feed, `dates` the calendar; `asked` is for whom they are made, and which signs their forms can hold.

Open to others: asked, dates, notes.
May import: models/labels, models/records, models/register.
"""
