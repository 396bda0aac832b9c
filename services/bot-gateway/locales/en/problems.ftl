## “🆘 Report a problem”, “🎫 Create a ticket” and the developers’ answers.
button-problem = 🆘 Report a problem
button-my-problems = 📨 My reports
problem-question =
    <b>🆘 Report a problem</b>

    Write in one message what you did and what you saw. The answer comes here.

    Do not write names and phones of patients: a call’s number is enough.
problem-about-screen = Goes along with your text: the section “{ $chapter }”.
problem-about-failure = Goes along with your text: the failure’s number <code>{ $trace }</code>.
problem-words-needed = Put it into words: a picture or a call’s number alone cannot be sent.
problem-words-long = Too long. Make it fit { $max } characters.
problem-send-question = Send it to the developers?
problem-answer-send-question = Send the answer to who reported it?
button-problem-send = ✅ Send

button-ticket = 🎫 Create a ticket
ticket-question =
    <b>🎫 Create a ticket</b>

    Write the task in one message. It goes to the developers’ chat and gets a number.

problem-title =
    { $kind ->
        [ticket] <b>🎫 Ticket No. { $id }</b>
       *[problem] <b>🆘 Problem No. { $id }</b>
    }
problem-state-waiting = waits for an answer
problem-state-answered = answered
problem-state-closed = closed
problem-who = { $role }, person No. { $id }
problem-where = Section “{ $chapter }”, screen: <code>{ $screen }</code>
problem-trace = Trace: <code>{ $trace }</code> · version { $version }
problem-said =
    { $who ->
        [you] <b>You</b>
        [author] <b>Author</b>
       *[developers] <b>Developers</b>
    } · { $at }
problem-left-out =
    { $count ->
        [one] … { $count } earlier message
       *[other] … { $count } earlier messages
    }
button-problem-more = ✍️ Write more
button-problem-answer = ✍️ Answer
button-problem-close = ✅ Close
problem-more-question = Write in one message what to add.
problem-answer-question = Write the answer in one message. It comes to the author in the chat with the bot.

my-problems-title = <b>📨 My reports</b>
button-problems = 📨 Reports ({ $count })
problems-title =
    { $filter ->
        [waiting] <b>📨 Reports</b> · waiting for an answer
       *[all] <b>📨 Reports</b> · all
    }
problems-none = There are no reports.
problem-row =
    { $kind ->
        [ticket] 🎫
       *[problem] 🆘
    } No. { $id } · { $state } · { $at }
button-problems-filter =
    { $filter ->
        [all] Show all
       *[waiting] Only waiting ones
    }

done-problem-sent = ✅ Sent to the developers: report No. { $id }. The answer comes here.
done-problem-more = ✅ Added to report No. { $id }.
done-problem-answered = ✅ The answer to report No. { $id } is sent.
done-problem-closed = ✅ Report No. { $id } is closed.
news-problem-new =
    { $kind ->
        [ticket] 🎫 <b>New ticket</b>
       *[problem] 🆘 <b>New report</b>
    }
news-problem-more = ✍️ <b>The author added to a report</b>
news-problem-answered = 💬 <b>The developers answered</b>. To go on, tap “✍️ Write more” or reply to this message.
developers-answer = 💬 The developers’ answer to report No. { $id }:
developers-how = To answer the author, reply to this message.
