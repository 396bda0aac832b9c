# Promises: an operator told a client that he would call back.
action-promise-dismiss = Take a promise off the list

refusal-promise-not-found = nobody promised to call back in this call
refusal-promise-not-waiting = there is nothing to decide any more: the client was called, the callback was assigned, or the promise was taken off

done-promise-dismissed = ✅ Taken off: nobody has to call back. It stays in the operator’s statistics.

promise-state-open = awaited
promise-state-kept = kept
promise-state-broken = broken
promise-state-unverifiable = cannot be checked

## «🤝 Promises».
button-promises = 🤝 Promises ({ $count })
promises-title = 🤝 <b>Promised to call back</b> · { $count }
promises-none = 🟢 Everybody who was promised a call was called, or somebody was told to.
promises-row =
    { promises-mark } { $until } · { $name } · #{ $call }
promises-button = { promises-mark } { $until } · #{ $call }
promises-mark =
    { $late ->
        [true] 🔴
       *[false] ⏳
    }
promise-until = by { $at }
promise-until-evening = by the end of { $day }

## One promise.
promise-title = 🤝 <b>Promise in call #{ $call }</b> · { $at }
promise-by = Promised by: { $name }
promise-quote = 💬 “{ $words }”
# standing: talked and tried: called in time; late: after the time.
promise-line =
    { $standing ->
        [talked] 🤝 Promised to call back { $until }: 🟢 reached { $at } (#{ $call })
        [tried] 🤝 Promised to call back { $until }: 🟡 called { $at }, no answer (#{ $call })
        [late] 🤝 Promised to call back { $until }: 🔴 called too late, { $at } (#{ $call })
        [broken] 🤝 Promised to call back { $until }: 🔴 not called
        [overdue] 🤝 Promised to call back { $until }: time is up, no call yet
        [unverifiable] 🤝 Promised to call back { $until }: cannot be checked, the number is hidden or the time is too far away
       *[waiting] 🤝 Promised to call back { $until }: the call is awaited
    }
promise-dismissed = Taken off { $at }: nobody has to call back.
button-promise = 🤝 Promise
button-promise-assign = 👤 Assign the callback
button-promise-assign-to = 👤 { $name }, by { $due }
button-promise-dismiss = 🙅 Not needed
button-promise-assignment = 📋 Assignment
button-promise-call = ☎️ Call #{ $call }

## An operator's statistics. share «small»: too few promises for a share.
work-promises =
    { $base ->
        [0] 🤝 Promised callbacks: their time has not come
       *[other] { $share ->
            [small] 🤝 Promises kept: { $kept } of { $base } (fewer than { $min }: a share would say nothing)
           *[other] 🤝 Promises kept: { $kept } of { $base } · { $share }%
        }
    }
work-promises-more = · reached: { $talked }, called too late: { $late }
work-promises-rest = · still ahead: { $open }, cannot be checked: { $unverifiable }

## Chapter of the help.
help-button-promises = 🤝 Promises
help-chapter-promises =
    <b>🤝 Promises</b>

    “I will call you back by noon”, “the head doctor will call you today”: such words of an operator are found by themselves and become a suggested callback. Where no time was said, it is the end of the working day.

    <b>Where:</b> “📋 Assignments” → “🤝 Promises”. Those whose time is up stand first. Open one: the words, the time, and “👤 Name, by …”, which gives the callback to who promised it. “🙅 Not needed” takes it off the list.

    <b>Kept</b>: the client was called in time (and 15 minutes more), even if he did not answer; whether he did is told apart. <b>Broken</b>: he was not called, or too late. A hidden number cannot be checked and counts neither way.

    “If a place gets free I will call” and “we will remind you the day before” are no promises. Promises older than two days after their time are not suggested, but stay in the operator’s statistics.
