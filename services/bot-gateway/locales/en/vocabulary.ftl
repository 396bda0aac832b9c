## Actions: a line of the log, and the answer to a tap.
action-assignment-create = Give an assignment
action-assignment-create-many = Give assignments from a list
action-assignment-accept = Accept an assignment
action-assignment-start = Start an assignment
action-assignment-complete = Complete an assignment
action-assignment-fail = Report an assignment as failed
action-assignment-extend = Extend an assignment
action-assignment-pause = Put off an assignment
action-assignment-resume = Resume an assignment
action-assignment-verify = Prove a callback by a call
action-assignment-unverify = Take back the proof of a callback
action-assignment-reassign = Reassign an assignment
action-assignment-cancel = Cancel an assignment
action-assignment-return = Return an assignment
action-call-link = Make a link to a call
action-call-mark-listened = Mark a call as listened to
action-ruleset-activate = Activate an LM version
action-ruleset-roll-back = Roll the LM version back
action-ruleset-shadow = Put an LM version into shadow
action-ruleset-retire = Archive an LM version
action-notification-configure = Set up notifications
action-notification-dismiss = Mark a call in a notification as not important
action-problem-report = Report a problem
action-ticket-create = Create a ticket
action-problem-answer = Answer a report
action-problem-continue = Add to a report
action-problem-close = Close a report
action-settings-choose-language = Choose a language
action-settings-set-contact = Name whom to write to
action-settings-set-hours = Change opening hours
action-user-request-access = Request access
action-user-approve = Approve access
action-user-reject = Decline access
action-user-set-role = Change the role
action-user-block = Block
action-user-unblock = Unblock

## Refusals: why it was not done, and what to do.
refusal-permission-missing = your role does not allow it
refusal-actor-not-active = you have no access now
refusal-assignment-already-open = this call already has such an open assignment
refusal-assignment-due-in-past = the deadline has passed, choose another
refusal-assignment-due-not-later = the new deadline is not later than the old one
refusal-assignment-call-not-found = there is no such call
refusal-assignment-owner-not-available = this person cannot take an assignment now
refusal-assignment-same-owner = this person has the assignment already
refusal-assignment-not-found = there is no such assignment
refusal-assignment-move-not-allowed = the assignment is in another state already
refusal-assignment-not-yours = this assignment is not yours
refusal-assignment-result-missing = choose a result
refusal-assignment-result-not-of-kind = such an assignment has no such result
refusal-assignment-reason-missing = write the reason
refusal-assignment-words-gone = the words are deleted already, write them again
refusal-assignment-pause-in-past = this time has passed, choose another
refusal-assignment-not-paused = the assignment is not put off
refusal-assignment-all-taken = all of these calls are given already
refusal-call-not-found = there is no such call
refusal-call-already-listened = you have marked this call already
refusal-ruleset-not-found = there is no such version
refusal-ruleset-already-active = this version is active already
refusal-ruleset-already-shadow = this version is in shadow already
refusal-ruleset-already-retired = this version is archived already
refusal-ruleset-is-active = this is the active version: activate another one first
refusal-ruleset-challenger-only = a language model is only compared and cannot decide
refusal-ruleset-cannot-run = the engine cannot read the rules of this version: mend them and publish again (“npm run lm -- versions show” says what is wrong)
refusal-ruleset-no-previous = there were no other rules before this version
refusal-notification-not-for-you = there are no such notifications for your role
refusal-notification-already-so = it is set so already
refusal-notification-not-found = this message is gone
refusal-notification-already-dismissed = you have marked this call as not important already
refusal-problem-no-access = you have no access now
refusal-problem-too-many = you have sent too many messages within an hour, try later
refusal-problem-nothing-to-send = this text is gone, write it once more
refusal-problem-already-sent = this was sent already
refusal-problem-not-found = there is no such report
refusal-problem-not-a-developer = only developers answer reports
refusal-problem-already-closed = the report is closed already
refusal-settings-nothing-to-set = this text is gone, write it once more
refusal-settings-never-open = one day of the week has to stay open
refusal-settings-already-so = it is so already
refusal-settings-too-many-days = there are too many special days, remove some
refusal-settings-day-is-over = this day is over
refusal-user-not-found = there is no such person
refusal-user-already-requested = your request was sent already, please wait
refusal-user-already-active = you have access already
refusal-user-blocked = an admin has closed the access
refusal-user-not-below-you = you decide only about people below your role
refusal-user-last-superadmin = this is the last superadmin: appoint another one first
refusal-user-not-requested = this request was decided already
refusal-user-not-active = this person has no access now
refusal-user-operator-unknown = there is no such operator in the calls
refusal-user-operator-code-taken = another person has this operator code already
refusal-user-not-blocked = this person is not blocked

## A person’s access.
status-newcomer = no access
status-requested = waiting
status-active = has access
status-rejected = declined
status-blocked = blocked

## How an action ended.
log-outcome-done = done
log-outcome-denied = denied
log-outcome-failed = error

## Money.
money =
    { $hasKopecks ->
        [true] { NUMBER($rubles, useGrouping: "always", minimumFractionDigits: 2) } ₽
       *[false] { NUMBER($rubles, useGrouping: "always") } ₽
    }
