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
		return fmt.Errorf("min_difficulty 不能大于 max_difficulty / min_difficulty must not exceed max_difficulty")
	}
	return nil
})

// check gives the reason why a chart may not be chosen; nil when it may. details are asked for only when a rule needs them.
func (r *Rules) check(chart phira.ChartInfo, details func(uint32) (phira.ChartDetails, error)) (*phira.Texts, error) {
	switch {
	case slices.Contains(r.Deny, chart.ID):
		return refuse("这张谱面在本服务器上被禁止", "This chart is forbidden on this server"), nil
	case slices.Contains(r.Allow, chart.ID):
		return nil, nil
	case len(r.Allow) > 0:
		return refuse("只能选择指定的谱面，/chart-rules 查看规则", "Only listed charts can be chosen; /chart-rules shows the rules"), nil
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
		return refuse("只能选择已通过审核的谱面", "Only charts that passed the review can be chosen")
	}
	if r.MinDifficulty == 0 && r.MaxDifficulty == 0 {
		return nil
	}
	if chart.Difficulty == nil {
		return r.unknown()
	}
	difficulty := *chart.Difficulty
	if difficulty < r.MinDifficulty {
		return refuse(
			fmt.Sprintf("难度 %.1f 低于下限 %.1f", difficulty, r.MinDifficulty),
			fmt.Sprintf("Its difficulty %.1f is below the minimum %.1f", difficulty, r.MinDifficulty))
	}
	if r.MaxDifficulty > 0 && difficulty > r.MaxDifficulty {
		return refuse(
			fmt.Sprintf("难度 %.1f 高于上限 %.1f", difficulty, r.MaxDifficulty),
			fmt.Sprintf("Its difficulty %.1f is above the maximum %.1f", difficulty, r.MaxDifficulty))
	}
	return nil
}

func (r *Rules) unknown() *phira.Texts {
	if r.Unknown == "refuse" {
		return refuse("无法确认谱面的难度或审核状态，请稍后再试", "The difficulty or review of this chart is not known; try again later")
	}
	return nil
}

func (r *Rules) describe() phira.Texts {
	var chinese, english []string
	add := func(zh, en string) { chinese, english = append(chinese, zh), append(english, en) }
	if len(r.Allow) > 0 {
		list := numbers(r.Allow)
		add("只允许谱面 "+list, "Only the charts "+list)
	}
	if len(r.Deny) > 0 {
		list := numbers(r.Deny)
		add("禁止谱面 "+list, "Not the charts "+list)
	}
	if r.MinDifficulty > 0 {
		add(fmt.Sprintf("难度不低于 %.1f", r.MinDifficulty), fmt.Sprintf("Difficulty at least %.1f", r.MinDifficulty))
	}
	if r.MaxDifficulty > 0 {
		add(fmt.Sprintf("难度不高于 %.1f", r.MaxDifficulty), fmt.Sprintf("Difficulty at most %.1f", r.MaxDifficulty))
	}
	if r.ReviewedOnly {
		add("只允许已通过审核的谱面", "Only charts that passed the review")
	}
	if len(chinese) == 0 {
		return phira.Texts{Chinese: "所有谱面都可以选择", English: "Every chart can be chosen"}
	}
	return phira.Texts{Chinese: strings.Join(chinese, "；"), English: strings.Join(english, "; ")}
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

func refuse(chinese, english string) *phira.Texts {
	return &phira.Texts{Chinese: chinese, English: english}
}
