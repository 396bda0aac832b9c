# «🎧 Listen»: why there is no recording, or why it came as a file.
recording-unavailable =
    { $code ->
        [bad_address] 🔇 No recording: the call has a wrong address of it. Tell the developer.
        [not_allowed] 🔇 No recording: its address leads where the bot may not go. Tell the developer.
        [not_configured] 🔇 No recording: the storage does not let the bot in — no key, a wrong one, or the file is gone. Tell the developer.
        [refused] 🔇 No recording: the file is not there or was not handed out. It may have expired.
        [too_big] 🔇 No recording: it is over 50 MB, more than Telegram takes.
        [unplayable] 🔇 No recording: the file is broken, or it is no sound.
       *[unreachable] 🔇 No recording: the storage of recordings does not answer now. Try again in a minute.
    }
recording-as-file = 📎 The chat does not play this format: open the file.
