# Calls of one client within a month: who had to call again.
chain-repeat = 🔁 call no. { $number }
chain-repeat-of = 🔁 <b>The client’s call no. { $number }</b> in { $days } days · with outgoing ones: { $all }
chain-others =
    { $others ->
        [one] The client has { $others } other call in { $days } days
       *[other] The client has { $others } other calls in { $days } days
    }
chain-summary = 🔁 { chain-others } (complaints: { $complaints }, given: { $owned })
button-chain = 🔁 The client’s calls ({ $count })

chain-title = 🔁 <b>The client’s calls</b> · #{ $id }
chain-none = No other calls of this client in { $days } days.
# talk "none": the telephony does not say how long they talked.
chain-row =
    { $talk ->
        [none] { $light } { $at } · #{ $id } · { chain-direction } · { $outcome }
       *[other] { $light } { $at } · #{ $id } · { chain-direction } { $talk } · { $outcome }
    }
chain-direction =
    { $direction ->
        [outbound] outgoing
       *[inbound] incoming
    }
chain-more =
    { $count ->
        [one] … and { $count } earlier call
       *[other] … and { $count } earlier calls
    }
chain-call-button = #{ $id } · { $at }

## The proof of a callback.
# talk "none": the telephony does not say how long they talked; outcome "none": the line above says it already.
proof-call =
    { $outcome ->
        [none] { proof-talk }
       *[other] { proof-talk } · by its score: { $outcome }
    }
proof-talk =
    { $talk ->
        [none] ☎️ Talk on { $at }
       *[other] ☎️ Talk on { $at }, { $talk }
    }
proof-not-scored = not scored yet
proof-attempts =
    { $count ->
        [one] 📵 { $count } attempt, nobody reached. It was on { $at }
       *[other] 📵 { $count } attempts, nobody reached. The last on { $at }
    }
proof-attempts-before =
    { $count ->
        [one] Reached after { $count } attempt
       *[other] Reached after { $count } attempts
    }
proof-missing = No outgoing call to this client since it was given.
proof-impossible = The client’s number is hidden and no other was named: no call can prove this callback.
proof-button = ☎️ Proof #{ $id }
