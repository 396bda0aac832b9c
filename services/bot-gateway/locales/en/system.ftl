## “⚙️ System”.
system-title = <b>⚙️ System</b>
system-version =
    LM version: <b>{ $tag }</b>{ $shadows ->
        [0] {""}
       *[other] {" "}· in shadow: { $shadows }
    }
system-queue = Messages on their way: { $live } urgent, { $bulk } in the background
system-parked =
    { $count ->
        [0] 🟢 0 messages set aside after a failure
        [one] 🔴 { $count } message set aside after a failure: open the queue board
       *[other] 🔴 { $count } messages set aside after a failure: open the queue board
    }
system-relay-ok = 🟢 Sending to the queue without delay
system-relay-late = 🔴 Sending to the queue lags behind: { $span }
service-name =
    { $service ->
        [lm-scoring] scoring
        [assignment] assignments
        [audit] log
        [bot-gateway] bot
        [reporting] summaries
        [call-ingest] intake of calls
        [queue-board] queue board
       *[other] { $service }
    }
system-processes = Processes: { $list }
system-missing = 🔴 Not answering: { $list }
system-database = Database: { NUMBER($megabytes, useGrouping: "always") } MB
system-last-call = Latest call: { $at }
system-no-calls = There are no calls yet
button-versions = LM versions

## “LM versions” and a version’s card.
versions-title = <b>LM versions</b>
versions-none = There are no versions yet: the scoring stores the first when it starts.
ruleset-state-active = active
ruleset-state-shadow = in shadow
ruleset-state-retired = archived
ruleset-origin-shipped = shipped
ruleset-origin-published = published
ruleset-origin-calibrated = calibrated
ruleset-origin-challenger = language model
version-mark =
    { $state ->
        [active] 🟢
        [shadow] 👥
       *[retired] 📦
    }
version-state = { $state } · { $origin } { $at }
version-activated = last activated { $at }
version-note = “{ $note }”
version-disagreement =
    { $compared ->
        [0] No calls scored by both it and the active version yet.
       *[other] Differs from the active version in { $percent }% of the calls that both scored ({ $differing } of { $compared })
    }
version-flag = • { $metric }: +{ $gained } −{ $lost }
version-means =
    { $state ->
        [active] Calls are scored by it; everybody sees its scores.
        [shadow] It scores new calls beside the active one. Lists, cards and summaries never show its scores.
       *[retired] It scores nothing. Its scores and rules are kept.
    }
version-activate-question = <b>Activate { $tag }?</b> { $active } decides now.
version-back-question = <b>Go back to { $tag }?</b> { $active } decides now.
version-activate-means = New calls will be scored by it. Scores that are there do not change until a rescore. The action goes into the log.
button-version-activate = 🟢 Activate
button-version-shadow = 👥 To shadow
button-version-retire = 📦 Archive
button-version-back = ↩️ Roll back
