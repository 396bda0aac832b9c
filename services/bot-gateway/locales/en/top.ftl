# "🎯 Top 5": what to hear first.
button-top = 🎯 Top 5
button-top-start = ▶️ Listen one by one ({ $count })
button-top-next = Next ▶️
button-top-more = 🎯 Choose more
button-card = 🗂 Card

top-title = 🎯 <b>Top 5</b> · { $days } days
top-how = What to hear first. Higher: more risk and money; lower: somebody has it already. What anybody has listened to is not here.
top-none = 🟢 Nothing to hear: somebody has listened to everything that needs attention.
# operator "none": nobody answered.
top-row =
    { $operator ->
        [none] <b>{ $place }.</b> #{ $id } · { $at } · nobody answered
       *[other] <b>{ $place }.</b> #{ $id } · { $at } · { $operator }
    }
top-call-button = { $place }. #{ $id } · { $at }
top-waited = ⏳ { $span } ago

top-place =
    { $heard ->
        [0] 🎯 <b>{ $place } of { $count }</b>
       *[other] 🎯 <b>{ $place } of { $count }</b> · { $heard } listened to
    }
top-operator = Operator { $operator }
top-heard-by = ✅ #{ $id } has been listened to ({ $names }), here is the next one.
top-gone = #{ $id } is no longer among the five, here is the next one.
top-done =
    { $count ->
        [0] 🎯 These calls are gone.
        [one] 🎯 <b>Done:</b> { $count } call listened to.
       *[other] 🎯 <b>Done:</b> { $count } calls listened to.
    }
