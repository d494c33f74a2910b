package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"phira"
)

// Rules is the configuration; its schema has the limits.
type Rules struct {
	Allow         []uint32 `json:"allow"`
	Deny          []uint32 `json:"deny"`
	MinDifficulty float32  `json:"min_difficulty"`
	MaxDifficulty float32  `json:"max_difficulty"`
	ReviewedOnly  bool     `json:"reviewed_only"`
	Unknown       string   `json:"unknown"`
}

var rules = phira.Settings(Rules{Unknown: "allow"}, func(r Rules) error {
	if r.MaxDifficulty > 0 && r.MinDifficulty > r.MaxDifficulty {
		return errors.New(badRange)
	}
	return nil
})

// check gives the reason why a chart may not be chosen; nil when it may. details are asked for only when a rule needs them.
func (r *Rules) check(chart phira.ChartInfo, details func(uint32) (phira.ChartDetails, error)) (*phira.Texts, error) {
	switch {
	case slices.Contains(r.Deny, chart.ID):
		return &denied, nil
	case slices.Contains(r.Allow, chart.ID):
		return nil, nil
	case len(r.Allow) > 0:
		return &notListed, nil
	case !r.needsDetails():
		return nil, nil
	}

	chartDetails, err := details(chart.ID)
	if errors.Is(err, phira.NotFound) || errors.Is(err, phira.Unavailable) || errors.Is(err, phira.QuotaExceeded) {
		phira.Warn(fmt.Sprintf("chart %d: %v", chart.ID, err))
		return r.unknown(), nil
	}
	if err != nil {
		return nil, err
	}
	return r.checkDetails(chartDetails), nil
}

func (r *Rules) needsDetails() bool {
	return r.MinDifficulty > 0 || r.MaxDifficulty > 0 || r.ReviewedOnly
}

func (r *Rules) checkDetails(chart phira.ChartDetails) *phira.Texts {
	if r.ReviewedOnly && !chart.Reviewed {
		return &notReviewed
	}
	if r.MinDifficulty == 0 && r.MaxDifficulty == 0 {
		return nil
	}
	if chart.Difficulty == nil {
		return r.unknown()
	}
	difficulty := *chart.Difficulty
	if difficulty < r.MinDifficulty {
		reason := tooEasy(difficulty, r.MinDifficulty)
		return &reason
	}
	if r.MaxDifficulty > 0 && difficulty > r.MaxDifficulty {
		reason := tooHard(difficulty, r.MaxDifficulty)
		return &reason
	}
	return nil
}

func (r *Rules) unknown() *phira.Texts {
	if r.Unknown == "refuse" {
		return &notKnown
	}
	return nil
}

func (r *Rules) describe() phira.Texts {
	var chinese, english []string
	add := func(rule phira.Texts) {
		chinese, english = append(chinese, rule.Chinese), append(english, rule.English)
	}
	if len(r.Allow) > 0 {
		add(onlyCharts(numbers(r.Allow)))
	}
	if len(r.Deny) > 0 {
		add(notCharts(numbers(r.Deny)))
	}
	if r.MinDifficulty > 0 {
		add(minimumOf(r.MinDifficulty))
	}
	if r.MaxDifficulty > 0 {
		add(maximumOf(r.MaxDifficulty))
	}
	if r.ReviewedOnly {
		add(reviewedOnly)
	}
	if len(chinese) == 0 {
		return noRules
	}
	return phira.Texts{Chinese: strings.Join(chinese, chineseRuleStop), English: strings.Join(english, englishRuleStop)}
}

// numbers lists the first ones: a message has a limit.
func numbers(ids []uint32) string {
	const shown = 20
	var words []string
	for _, id := range ids[:min(len(ids), shown)] {
		words = append(words, fmt.Sprint(id))
	}
	if len(ids) > shown {
		words = append(words, fmt.Sprintf("… (%d)", len(ids)))
	}
	return strings.Join(words, ", ")
}
