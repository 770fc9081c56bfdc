package journal

// The words in which something that was written at another step is offered.
const (
	suggestFindOut        = `To find out about {name}, you could: "{text}". Make it an action?`
	suggestLabel          = "To find out about "
	suggestTake           = "Yes, make it an action"
	suggestChangeAction   = `What would change your mind: "{text}". Make finding out an action?`
	suggestChangeForecast = `What would change your mind: "{text}". Expect it by a date, and see?`
	suggestChangeLabel    = "What would change my mind"
	suggestForecast       = "Yes, as something I expect"
)
