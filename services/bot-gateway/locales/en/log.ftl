## “🧾 Log”.
log-title = <b>🧾 Action log</b>
log-by-person = Only what was done by { $name }
log-by-call = Only call { $call }
log-empty = No entries.
log-system = The system
log-person = person No. { $id }
log-assignment = No. { $id } { $call }
log-dispute = dispute no. { $id } { $call }
log-problem =
    { $id ->
        [new] a new report
       *[other] report No. { $id }
    }
log-setting-language = language
log-setting-contact-technical = whom to write to: technical
log-setting-contact-metrics = whom to write to: metrics
log-setting-contact-access = whom to write to: access
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
log-number = no. { $id }
log-which-person = <b>🧾 Log:</b> whose actions?
log-which-call = <b>🧾 Log:</b> write the call’s number, such as <code>#500123</code>.
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
        [contactNamed] named
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
        [dailyBudget] messages a day
        [digestAt] morning digest
        [weekly] weekly summary
        [notImportant] not important
        [totalCalls] calls in all
        [exportContent] what
        [exportColumns] columns
        [exportFormat] format
        [exportState] export
        [exportDays] days
        [exportRows] rows
        [sha256] SHA-256
       *[listened] listened to
    }
button-log-person = By person
button-log-call = By call
button-log-all = The whole log
