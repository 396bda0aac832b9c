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
outcome-not-reached = no answer
outcome-no-transcript = no transcript
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
# Of no call: the share of an operator’s promises to call back that he kept.
metric-promise-kept = Promises kept

## Groups of metrics.
metric-group-operational = Operations
metric-group-conversion = Conversion
metric-group-quality = Quality
metric-group-risk = Risks
metric-group-forecast = Forecast

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
kind-compensation = Compensation
kind-marketing = Marketing action
kind-task = Task

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
## What came of a review.
result-confirmed = The operator was wrong
result-not-confirmed = The operator was right
result-process = The clinic’s ways are to blame

## Why a deadline was moved, or work rests, failed or was dropped.
assignment-reason-client-asked = The client asked for it
assignment-reason-no-answer = Nobody answers
assignment-reason-no-time = No time
assignment-reason-waits-for-doctor = Waiting for the doctor
assignment-reason-wrong-number = Wrong number
assignment-reason-client-declines = The client does not want to talk
assignment-reason-not-possible = Cannot be done
assignment-reason-not-needed = Not needed any more
assignment-reason-mistake = Given by mistake
assignment-reason-duplicate = Done under another assignment
assignment-reason-client-came = The client came
assignment-reason-other = Something else

## How a marketing action reaches the client.
channel-call = Call
channel-messenger = Messenger
channel-sms = Text message
channel-email = E-mail
channel-advertising = Advertising

## Compensations.
compensation-reason-quality = Quality of the service
compensation-reason-price-differs = Another price than told
compensation-reason-long-wait = Long wait
compensation-reason-rudeness = Rudeness
compensation-reason-cancelled-visit = The visit fell through
compensation-reason-medical = A medical case
compensation-reason-goodwill = Goodwill
compensation-reason-other = Something else
compensation-standing-waiting = waits for a decision
compensation-standing-to-pay = approved, not paid
compensation-standing-paid = paid
compensation-standing-pay-failed = approved, could not be paid
compensation-standing-pay-dropped = approved, payment cancelled
compensation-standing-refused = refused
compensation-standing-withdrawn = withdrawn
