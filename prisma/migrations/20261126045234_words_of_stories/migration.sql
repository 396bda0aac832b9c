-- The story of an assignment is told from the log, which holds ids: the words it names are found by them.
CREATE INDEX "admin_action_logs_assignment_note" ON "admin_action_logs"(("after" ->> 'noteId'))
  WHERE "subject_kind" = 'assignment';
