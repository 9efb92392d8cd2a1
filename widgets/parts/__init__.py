"""What every page is made of.

`view` is what is looked at and `address` how that stands in the address; `once` is what is made once for all readers, and `kept`
where it is kept; `prose`, `marks`, `citation`, `table`, `note_story` and `forum_facts` are the passages, signs, tables, notes and
forums that pages draw; `folds` are the parts of a page that open, `naming` tells things of one name apart in lists; `download` gives
files to take along, and `edition` names the records.

Open to others: everything.
May import: charts, exports, models/keeping, models/labels, models/loading, models/reading, models/records, models/register, streamlit.
"""
