"""Files of readings, whatever shape they have, to readings one a row."""
