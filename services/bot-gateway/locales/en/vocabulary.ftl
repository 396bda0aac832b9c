## Actions: a line of the log, and the answer to a tap.
action-assignment-create = Give an assignment
action-assignment-accept = Accept an assignment
action-assignment-start = Start an assignment
action-assignment-complete = Complete an assignment
action-assignment-fail = Report an assignment as failed
action-assignment-extend = Extend an assignment
action-assignment-reassign = Reassign an assignment
action-assignment-cancel = Cancel an assignment
action-assignment-return = Return an assignment
action-call-mark-listened = Mark a call as listened to
action-ruleset-activate = Activate an LM version
action-ruleset-roll-back = Roll the LM version back
action-ruleset-shadow = Put an LM version into shadow
action-ruleset-retire = Archive an LM version
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
refusal-assignment-result-missing = a callback needs its result
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
refusal-user-not-found = there is no such person
refusal-user-already-requested = your request was sent already, please wait
refusal-user-already-active = you have access already
refusal-user-blocked = an admin has closed the access
refusal-user-not-below-you = you decide only about people below your role
refusal-user-last-superadmin = this is the last superadmin: appoint another one first
refusal-user-not-requested = this request was decided already
refusal-user-not-active = this person has no access now
refusal-user-operator-code-taken = another person has this operator code already
refusal-user-not-blocked = this person is not blocked

## How a call ended.
outcome-record = booked
outcome-lead-no-record = wanted, not booked
outcome-info-only = asked only
outcome-refusal = declined
outcome-cancel = cancelled
outcome-reschedule = moved the booking
outcome-complaint = complaint
outcome-spam = spam
outcome-technical = technical
outcome-missed = missed
outcome-non-target = not for the clinic

## Metrics.
metric-response-speed-score = Answer speed
metric-talk-time-efficiency = Talk time
metric-queue-impact-index = Line load
metric-conversion-score = Conversion
metric-lost-opportunity-score = Lost opportunity
metric-cross-sell-potential = Cross-sell
metric-checklist-coverage-ratio = Checklist
metric-normalized-call-score = Call quality
metric-script-risk-index = Script risk
metric-churn-risk-level = Churn risk
metric-churn-risk-score = Churn risk score
metric-complaint-risk-flag = Complaint
metric-complaint-risk-score = Complaint risk
metric-followup-needed-flag = Follow-up needed
metric-conversion-prob-forecast = Books within 14 days
metric-second-call-prob = Second contact
metric-complaint-prob = Formal complaint
metric-lm-version-tag = LM version
metric-calc-profile = Profile

## Why a metric is not known.
gate-not-a-dialogue = there was no talk
gate-no-transcript = no transcript yet
gate-not-target = the call was not about a booking
gate-no-wait = the wait is not known
gate-no-duration = the duration is not known
gate-not-judged = this version does not judge it

## Churn risk.
churn-level-low = low
churn-level-medium = medium
churn-level-high = high
churn-level-critical = critical

## Calculation profile.
profile-default = default
profile-night = night
profile-weekend = weekend

## Why to call back.
followup-client-thinks = the client is thinking
followup-client-asked-callback = the client asked for a call
followup-clinic-promised = the clinic promised a call
followup-no-slots = no free slots
followup-price = the price stood in the way
followup-dropped-call = the call dropped
followup-complaint-open = the complaint is open

## Why it was lost.
loss-price = price
loss-time = time
loss-competitor = another clinic
loss-trust = trust
loss-not-relevant = did not fit
loss-operator-error = operator’s mistake
loss-unknown = unknown

## Why similar words do not count.
ruled-out-negated = negated
ruled-out-other-party = about somebody else
ruled-out-operator-words = the operator’s words
ruled-out-medical = about health
ruled-out-resolved-later = settled later
ruled-out-hypothetical = hypothetical
ruled-out-idiom = a figure of speech

## Kind of an assignment.
kind-callback = Callback
kind-review = Review
kind-training = Training

## State of an assignment.
state-open = new
state-accepted = accepted
state-in-progress = in progress
state-done = done
state-failed = failed
state-cancelled = cancelled

## What came of a callback.
result-booked = Booked
result-refused = Declined
result-thinking = Thinking
result-other = Other

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
