## “⚙️ System”.
system-title = <b>⚙️ System</b>
system-version =
    LM version: <b>{ $tag }</b>{ $shadows ->
        [0] {""}
       *[other] {" "}· in shadow: { $shadows }
    }
system-mark =
    { $level ->
        [red] 🔴
        [yellow] 🟡
       *[green] 🟢
    }
system-version-none = 🔴 No LM version: no call is scored until the scoring has started
system-queues = <b>Queues</b>
system-queue =
    { system-mark } { $service }: { NUMBER($waiting, useGrouping: "always") } waiting{ $live ->
        [0] {""}
       *[other] , { NUMBER($live, useGrouping: "always") } urgent
    }{ $parked ->
        [0] {""}
       *[other] {" "}· set aside after a failure: { NUMBER($parked, useGrouping: "always") }
    }
system-queues-empty = 🟢 empty: { $list }
system-queues-more = Not all of it: there are more messages than the bot counts at a time.
system-parked-hint = What was set aside after a failure is retried on the queue board.
system-board = Queue board: { $address }
system-relay-ok = 🟢 Sending to the queue without delay
system-relay-late = { system-mark } Sending to the queue lags behind by { $span }
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
system-services = <b>Processes</b>
system-service = { system-mark } { $service }: { $count } · since { $since }
system-service-none = { system-mark } { $service }: nobody works
system-database = { system-mark } Database: { NUMBER($megabytes, useGrouping: "always") } MB, answers in { $ms } ms
system-redis-none = 🟢 No Redis needed: the queues are in PostgreSQL
system-redis-silent = 🔴 Redis does not answer: messages wait in the database, nothing is lost
system-redis = { system-mark } Redis: answers in { $ms } ms
system-redis-memory = { system-mark } Redis: { NUMBER($megabytes, useGrouping: "always") } MB, answers in { $ms } ms
system-import = { system-mark } Latest import { $at }: { NUMBER($accepted, useGrouping: "always") } accepted, { NUMBER($duplicates, useGrouping: "always") } duplicates, { NUMBER($rejected, useGrouping: "always") } rejected
system-import-open = 🟡 Import begun { $at }: it runs, or it broke off
system-import-none = No file has been imported yet
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
