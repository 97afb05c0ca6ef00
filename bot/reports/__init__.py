"""Reports to boards: which body and meeting is meant, what the report says, and the file that it becomes."""
