// The plugin chart-rules: which charts may be chosen.
package main

import "phira"

func main() {}

func init() {
	phira.Describe(phira.Metadata{Name: "chart-rules", Version: "1.0.0"})
	phira.Before(phira.EventChartSelect, chartSelected)
	phira.OnInit(subscribe)
	phira.OnConfigChange(subscribe)
	phira.HandleCommand("chart-rules", commandText, phira.CommandOptions{}, func(use phira.Invocation) (string, error) {
		return rules.describe().For(use.Caller.User), nil
	})
}

// subscribe says what becomes of a choice when the plugin does not answer in time: then its chart is not known either.
func subscribe() error {
	return phira.Events.SubscribeEvent("chart_select", &phira.Subscription{
		Phase:      phira.EventPhaseBefore,
		FailClosed: rules.Unknown == "refuse",
	})
}

func chartSelected(choice phira.ChartChoice, _ phira.Event) (phira.EventOutcome, error) {
	reason, err := rules.check(choice.Chart, phira.Charts.GetChart)
	if err != nil {
		return phira.Proceed(), err
	}
	if reason == nil {
		return phira.Proceed(), nil
	}
	return phira.Cancel(reason.For(choice.By)), nil
}
