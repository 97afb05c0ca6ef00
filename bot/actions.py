"""The names of buttons and modals: what views put on them and listeners hear."""

SHOW_SOURCE = "show_source"
FEEDBACK = "feedback"
ANSWER_CHOICE = "answer_choice_"  # numbered: action ids are unique within a message
STATUS_SAVE = "status_save"
STATUS_CHANGE = "status_change"
STATUS_CANCEL = "status_cancel"
STATUS_CHOICE = "status_choice_"
STATUS_REPORT = "status_report"

STATUS_FORM = "status_form"
FEEDBACK_FORM = "feedback_form"

FIELD_ASSIGNMENT = "assignment"
FIELD_STATE = "state"
FIELD_TEXT = "text"
FIELD_COMMENT = "comment"
