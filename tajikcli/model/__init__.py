"""What is on record, as types: as a file says it (`knowledge`) and as it is answered (`answers`)."""
