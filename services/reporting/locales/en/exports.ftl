# Words inside exported files.
export-yes = yes
export-no = no
export-too-few = too few
export-no-source = source not given

# Name of the sheet: up to 31 characters.
export-sheet =
    { $content ->
        [complaint] Complaint risks
        [followup] To call back
        [lost] Lost revenue
        [day] By day
        [source] By source
        [metric] By metric
        [compensation] Compensations
       *[calls] Calls
    }

export-direction-inbound = inbound
export-direction-outbound = outbound

## Columns: calls.
export-column-id = Call ID
export-column-at = Date and time
export-column-operator = Operator
export-column-direction = Direction
export-column-talk = Talk, s
export-column-phone = Client’s phone
export-column-outcome = How it ended
export-column-probability = { $metric }, probability
export-column-churn = Churn risk level
export-column-followup = Why to call back
export-column-followup-due = When to call back
export-column-loss = Why it was lost
export-column-quote = Words of the call
export-column-owner = Owner
export-column-owner-kind = Assignment
export-column-owner-due = Deadline
export-column-listened = Listened to
export-column-wait = Wait, s
export-column-source = Source
export-column-gates = What is missing and why
export-column-profile = Calculation profile
export-column-version = LM version

## Columns: compensations.
export-column-compensation = Compensation no.
export-column-amount = Sum, ₽
export-column-compensation-reason = What for
export-column-compensation-standing = Standing
export-column-proposed-by = Proposed by
export-column-proposed-at = Proposed
export-column-approved-by = Approved by
export-column-approved-at = Approved
export-column-paid-by = Paid by
export-column-paid-at = Paid

## Columns: sums.
export-column-day = Day
export-column-calls = Calls
export-column-missed = Missed
export-column-without-transcript = Without transcript
export-column-dialogues = Dialogues
export-column-target = Target calls
export-column-records = Bookings
export-column-records-share = Bookings, share of target calls
export-column-complaint-red = Red complaints
export-column-complaint-yellow = Yellow complaints
export-column-followup-needed = To call back
export-column-lost-red = Lost
export-column-lost-share = Lost, share of target calls
export-column-churn-high = High churn risk
export-column-quality-mean = Mean quality
export-column-metric = Metric
export-column-metric-calls = Calls with the metric
export-column-mean = Mean
export-column-p90 = p90
export-column-red-share = Share of red
