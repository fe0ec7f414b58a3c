// The script that authors paste.
