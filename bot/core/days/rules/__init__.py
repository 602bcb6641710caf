"""What each rule of the grammar of dates makes of the marks it matched."""
