"""The types of the record: as files contain it (`knowledge`) and as answers print it (`answers`)."""
