# The LM rules in words. A rule without words of its own is named by its family, an unknown family neutrally.
rule-why =
    { $rule ->
        [attribution-denies_complaint] says it is no complaint
        [attribution-medical_feeling] about how one feels
        [attribution-not_you] not about the clinic
        [attribution-on_them] about others
        [attribution-other_clinic] about another clinic
        [attribution-praise] praises
        [attribution-third_party] about somebody else
        [barrier-competitor] compares with another clinic
        [barrier-operator_failed] the operator did not help to book
        [barrier-operator_short] the operator answered curtly
        [barrier-price] the price stood in the way
        [barrier-price_soft] the price gave pause
        [barrier-time] the time did not suit
        [barrier-trust] does not trust
        [booking-asks_details] the operator asks for details
        [booking-cancelled] the booking is cancelled
        [booking-client_agrees] the client agrees
        [booking-client_name] the client gave a name
        [booking-client_slot] the client named a time
        [booking-client_waitlist] asks for a slot that becomes free
        [booking-confirmed] the booking is confirmed
        [booking-moved] the booking is moved
        [booking-offers_new_date] the operator offered another day
        [booking-offers_slot] the operator offered a time
        [booking-operator_moves] the clinic moves the booking
        [booking-says_time] the time of the booking was said
        [booking-two_services] a booking of two services
        [booking-waitlist] put on the waiting list
        [complaint-boss] asks for the management
        [complaint-broken_promise] a promise was not kept
        [complaint-demands_answer] demands an answer
        [complaint-error] a mistake of the clinic
        [complaint-escalation] threatens to complain
        [complaint-grievance] a grievance against the clinic
        [complaint-irritation] irritation
        [complaint-leaving] says they will leave the clinic
        [complaint-operator_excuse] the operator made excuses
        [complaint-operator_fixes] the operator set out to fix it
        [complaint-operator_sorry] the operator apologised
        [complaint-outrage] outrage
        [complaint-price_surprise] the price was not the one named
        [complaint-refund] wants the money back
        [complaint-repeated] not the first time
        [complaint-rudeness] complains of rudeness
        [complaint-sarcasm] sarcasm
        [complaint-settled] settled in the talk
        [complaint-tells_everyone] says everybody will hear of it
        [complaint-time_passed] much time has passed
        [complaint-treatment] unhappy with the treatment or visit
        [complaint-wait] too long a wait
        [cross_sell-also_asks] asks about another service too
        [cross_sell-and_for_him] wants to book somebody else too
        [cross_sell-declines] declined a service
        [cross_sell-operator_ignores] another service was passed over
        [cross_sell-operator_offers] the operator offered another service
        [cross_sell-other_person] asks for somebody close
        [cross_sell-someday] thinks of a service for later
        [cross_sell-symptom] mentioned another health matter
        [delay-asks_callback] asks to be called back
        [delay-busy] cannot talk now
        [delay-condition] will decide later, on a condition
        [delay-ends_open] the talk ended with nothing
        [delay-thinks] wants to think it over
        [delay-will_call] will call again
        [doubt-other_place] will look elsewhere
        [doubt-price_reaction] the price gave pause
        [doubt-short_operator] the operator answered curtly
        [doubt-time_reaction] the time gave pause
        [doubt-trust_reaction] doubts whether it is worth it
        [grievance-again] the same trouble again
        [grievance-demand] demands that it be sorted out
        [grievance-feeling] hurt or outrage
        [grievance-harm] got worse after the visit
        [grievance-loyal] a client of many years
        [grievance-mistake] speaks of a mistake
        [grievance-nobody] nobody answered
        [grievance-waits] has waited long
        [grievance-was_told] was told one thing, got another
        [grievance-why] asks why it is so
        [indirect-sarcasm] sarcasm
        [indirect-record] keeps proof
        [indirect-traced] something was lost or mixed up
        [indirect-you_dont_know] the clinic does not know itself
        [indirect-effort] what it cost the client
        [indirect-no_regard] the client was not regarded
        [indirect-last_time] says it is the last time
        [indirect-settled_elsewhere] has found another place
        [indirect-existing] a client of the clinic
        [indirect-goes_elsewhere] will do it elsewhere or not at all
        [indirect-will_tell] will answer later
        [indirect-dear] put off by the price
        [intent-asks_info] asks for information
        [intent-asks_price] asks for the price
        [intent-cancel] wants to cancel the booking
        [intent-existing_client] a client of the clinic
        [intent-has_booking] has a booking
        [intent-no_reschedule] cancels and does not move
        [intent-reschedule] wants to move the booking
        [intent-urgent] it is urgent
        [intent-wants_booking] wants to book
        [model-words] often said in such calls
        [need-asks_if_offered] asks whether there is a service
        [need-extra_marker] asks about something else too
        [need-wish_later] would like it later
        [need-worry] worries about health
        [need-turns_to] turned to another matter
        [need-parks] put another matter off
        [promise-client_waits] the client waits for a call
        [promise-clinic_calls] the clinic promised to call
        [promise-passes_on] promised to pass it on
        [quality-brushes_off] the operator brushed it off
        [quality-meets_objection] the operator answered the doubt
        [quality-names_price] the operator named the price
        [quality-says_purpose] the operator said why they call
        [quality-refuses] a refusal without an alternative
        [quality-rude] the operator is rude
        [quality-talks_over] the client was interrupted
        [refuse-elsewhere] will go to another clinic
        [refuse-final] refused for good
        [script-no_offer] wanted to book and was offered no time
        [target-understands_no_service] the client understood that there is no such service
        [target-no_service] the clinic does not have this service
        [validity-dropped] the call was cut off
        [validity-line_noise] hard to hear
        [state-blame] a grievance against the clinic
        [state-goal-booking] calls to book
        [state-goal-price] calls to ask the price
        [state-goal-cancel] calls to cancel
        [state-goal-reschedule] calls to move the booking
        [state-goal-own_booking] calls about a booking
        [state-goal-question] calls with a question
        [state-goal-grievance] calls with a grievance
        [state-goal-callback] asks to be called back
        [state-stance-agrees] the client agreed
        [state-stance-thinks] the client went to think it over
        [state-stance-will_call] the client will call again
        [state-stance-asks_callback] the client asked to be called back
        [state-stance-waits] the client was left waiting
        [state-stance-refuses] the client refused
        [state-stance-leaves] the client is leaving
        [state-stance-demands] the client demands a solution
        [state-stance-settled] the client was satisfied
        [state-move-confirms] the operator confirmed the booking
        [state-move-moves] the operator moved the booking
        [state-move-cancels] the operator cancelled the booking
        [state-move-waitlists] the operator used the waiting list
        [state-move-promises] the operator promised to call or pass it on
        [state-move-offers] the operator offered a time
        [state-move-brushes_off] the operator brushed it off
        [state-move-lacks] the operator had nothing to offer
        [state-further] there is a further need
        [state-no_offer] no time was offered
        [state-doubt] the client doubts
        [state-delay] the decision is put off
        [state-refuse] the client refused
        [state-wish] wants to book
        [state-promise] a promise to come back to the client
        [state-cancel] the booking is being cancelled
        [state-reschedule] the booking is being moved
        [state-offer] a time was offered
        [state-dropped] the call was cut off
       *[other] { rule-family }
    }
rule-family =
    { $family ->
        [attribution] whom it is about
        [barrier] what stood in the way of booking
        [booking] talk about a booking
        [callback] a promise to call back
        [complaint] discontent with the clinic
        [cross_sell] a further need
        [delay] the decision is put off
        [doubt] a doubt
        [grievance] a sign of a grievance
        [indirect] an indirect sign
        [intent] the reason for calling
        [need] a further need
        [promise] a promise in the talk
        [quality] the operator's work
        [refuse] a refusal
        [script] a breach of the script
        [service] a service was named
        [state] the course of the talk
        [target] what the call is about
        [topic] what it is about
        [validity] whether there was a talk
       *[other] said in the talk
    }
