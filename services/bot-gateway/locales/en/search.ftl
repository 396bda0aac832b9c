## “🔎 Find a call”
menu-way-search = 🔎 Find a call
search-title = <b>🔎 Find a call</b>
search-what =
    Write what you are looking for:
    • a call id — <code>500123</code>
    • the client’s phone, in any form — <code>8 912 345-67-89</code>
    • a day — “yesterday”, “24.11”, “on Monday”
    • an operator — name or code
    • words of the call — “обещали перезвонить”

    Several at once, with commas: “жалоба, yesterday, Ольга”.
search-what-own =
    I look through the calls that you took. Write:
    • a call id — <code>500123</code>
    • the client’s phone, in any form — <code>8 912 345-67-89</code>
    • a day — “yesterday”, “24.11”, “on Monday”
    • words of the call — “обещали перезвонить”

    Several at once, with commas: “жалоба, yesterday”.
search-today-button = Today
search-yesterday-button = Yesterday
search-operator-button = 👤 Operator
search-operator-chosen-button = 👤 { $operator }
search-operator-question = 👤 Whose calls?
search-operators-none = The calls have no operators yet.
search-operator-nobody-button = nobody answered
search-operator-all-button = All operators
# name “none”: nobody has the code.
search-problem-empty = Write what to look for: a call id, a phone, a day, an operator or words of the call.
search-problem-too-long = Too long: up to 200 characters. Two or three words that you remember will do.
search-problem-short-phone = It looks like a phone with digits missing: all ten are needed, with the code. Write a call id without spaces.
search-problem-twice = That makes two days, two phones or two operators. Leave one.
search-problem-many-operators = Several operators have this name. Write the full name or the code.
search-problem-common-words = Nearly every call has these words. Add one that matters.

found-title = 🔎 { $asked }
found-asked-words = “{ $words }”
found-asked-all = All calls
found-own = your calls
found-row = <b>#{ $id }</b> · { $at }
found-client = 📱 •••-{ $start }-{ $end }
found-turn = { transcript-speaker }: { $words }
found-hit = <b>{ $words }</b>
found-call-button = #{ $id } · { $at }
found-none = There are no such calls. Try another day or operator.
found-none-client = No calls from this number. Check the digits: the whole number is looked for.
found-none-words = Nothing found. All words are looked for at once, in any form: leave one out or write another.
found-none-comma = Put a comma before the day: <code>{ $words }</code>
found-none-hidden = Names and numbers that transcripts hide from you are not searched.
found-stopped = Looked through back to { $at }.
found-go-on-button = Look further ▶️
found-period-button =
    { $on ->
        [true] • { $days } d
       *[false] { $days } d
    }
found-period-all-button =
    { $on ->
        [true] • All
       *[false] All
    }
found-new-button = 🔎 New search
found-expired = This search is forgotten: they are kept for a day. Start a new one.
found-no-code = Your calls cannot be found: you have no operator code. Ask an administrator to set it in “👥 People”.

## “🔗 Link”
button-link = 🔗 Link
link-title = 🔗 <b>Link to call #{ $id }</b>
link-who = Send it to a colleague: the card opens in this bot for those who may see the call. It tells others nothing.
link-none =
    🔗 <b>Link to call #{ $id }</b>

    There is none yet. A link opens the card only for those who may see this call. The log tells who made it.
button-make-link = 🔗 Make a link
link-unknown = 🔗 The link does not work: there is no such call, or it was erased.

hint-search-button = 🔎 Look for “{ $words }”
