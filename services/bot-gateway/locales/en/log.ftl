## “🧾 Log”.
log-title = <b>🧾 Action log</b>
log-by-person = Only what was done by { $name }
log-by-call = Only call { $call }
log-by-action = Only the action: { $action }
log-by-day = Only of the day: { $day }
log-empty = No entries.
log-system = The system
log-person = person No. { $id }
log-number-and-call = no. { $id } { $call }
log-setting-contact-technical = technical
log-setting-contact-metrics = metrics
log-setting-contact-access = access
log-failure =
    { $code ->
        [message-unknown_type] another version of the program sent this action
        [message-unknown_version] another version of the program sent this action
        [message-bad_payload] the action could not be read: tell the developers
        [message-unreadable] the action could not be read: tell the developers
       *[action-attempts_exhausted] every attempt ended in a failure
    }
log-nothing = —
log-yes = yes
log-no = no
log-written = there is one
log-closed = closed
log-contact-named = named
log-contact-unnamed = not named
log-number = no. { $id }
log-which-person = <b>🧾 Log:</b> whose actions?
log-which-call = <b>🧾 Log:</b> write the call’s number, such as <code>#500123</code>.
log-which-action = <b>🧾 Log:</b> which action? Here are those that have happened.
log-which-day = <b>🧾 Log:</b> of which day? Tap or write, such as <code>24.11</code> or “Monday”.
log-no-day = That is no day I know. Write a past day, such as <code>24.11</code> or “yesterday”.
log-no-call-number = I did not understand the call’s number: it has digits only.
log-field =
    { $field ->
        [role] role
        [status] access
        [operatorCode] code in the calls
        [state] state
        [ownerId] owner
        [dueAt] deadline
        [result] result
        [kind] kind
        [assignmentReason] reason
        [pausedUntil] put off until
        [channel] channel
        [verifiedByCall] proven by call
        [givenCalls] calls given
        [takenCalls] given before
        [activeRuleset] active version
        [rulesetState] version
        [metric] metric
        [verdict] judgement
        [blindAnswer] answer
        [disputeState] dispute
        [disputeReason] reason
        [noteId] note
        [problemState] report
        [language] language
        [contactNamed] contact
        [lmVersionTag] LM version
        [runKind] run
        [runId] run number
        [runState] run
        [since] calls since
        [until] calls until
        [doneCalls] calls done
        [redAlerts] red calls at once
        [alertFrom] from how many points
        [quietHours] quiet hours
        [hoursDays] days
        [specialDay] special day
        [openHours] hours
        [worksOnHolidays] open on holidays
        [dailyBudget] messages a day
        [digestAt] morning digest
        [weekly] weekly summary
        [totalCalls] calls in all
        [exportContent] what
        [exportColumns] columns
        [exportFormat] format
        [exportState] export
        [exportDays] days
        [exportRows] rows
        [sha256] SHA-256
        [auditCheckId] check
        [auditState] log
        [auditEntries] sound entries
        [auditBadSeq] first bad entry
        [auditProblem] what is wrong
        [promiseState] promise
        [compensationState] compensation
        [amountKopecks] sum
        [compensationReason] what for
        [proposedById] proposed by
        [decidedById] decided by
        [assignmentId] assignment
        [limitKopecks] limit
       *[averageBookingKopecks] a booking brings
    }
button-log-person = By person
button-log-call = By call
button-log-action = By action
button-log-day = By day
button-log-all = The whole log
button-log-verify = 🔐 Check integrity

## “🔐 Check integrity”.
action-audit-verify = Check the log’s integrity
refusal-audit-check-running = a check is running already, wait for it
audit-check-title = <b>🔐 Integrity of the log</b>
audit-check-none = The log was not checked here yet.
audit-check-running =
    ⏳ Checking… { $count ->
        [one] { $count } entry done.
       *[other] { $count } entries done.
    }
audit-check-sound =
    ✅ The chain is whole: { $count ->
        [one] { $count } entry.
       *[other] { $count } entries.
    }
audit-check-compared = Its end was compared with the mark kept outside the database.
audit-check-not-compared = There is no mark outside the database: an end cut off would not be seen.
audit-check-broken = ❌ Broken from entry No. { $seq } on
audit-check-unproven = ❌ Not proven whole
audit-check-sound-part =
    { $count ->
        [0] No entry before this place is sound.
        [one] The first entry is sound.
       *[other] The first { $count } entries are sound.
    }
audit-check-do = What to do: delete and correct nothing, copy the database and the folder PEREZVON_HOME, tell the developers: “❓ Help” → “🆘 Report a problem”.
audit-check-do-head = What to do: do not delete the file audit-head.json in the folder PEREZVON_HOME, tell the developers: “❓ Help” → “🆘 Report a problem”.
audit-check-gave-up = ❗️ The check broke off. Start it again.
audit-check-asked = Check started by { $name }, { $at }
audit-state-sound = whole
audit-state-broken = ❌ broken
audit-problem-row-missing = the entry is gone
audit-problem-row-detached = the entry does not follow the one before: something before it was replaced
audit-problem-row-changed = the entry was changed after it was written
audit-problem-log-cut = the log’s end was cut off: the mark outside the database has this entry
audit-problem-log-rewritten = the log was rewritten: in the mark outside the database this entry is another
audit-problem-head-damaged = the mark outside the database cannot be read: there is nothing to compare the end with
