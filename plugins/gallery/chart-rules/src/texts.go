package main

import (
	"fmt"

	"phira"
)

const (
	commandText     = "谱面规则 / Rules for charts"
	badRange        = "min_difficulty 不能大于 max_difficulty / min_difficulty must not exceed max_difficulty"
	chineseRuleStop = "；"
	englishRuleStop = "; "
)

// What players read when a chart is refused.
var (
	denied      = phira.Texts{Chinese: "这张谱面在本服务器上被禁止", English: "This chart is forbidden on this server"}
	notListed   = phira.Texts{Chinese: "只能选择指定的谱面，/chart-rules 查看规则", English: "Only listed charts can be chosen; /chart-rules shows the rules"}
	notReviewed = phira.Texts{Chinese: "只能选择已通过审核的谱面", English: "Only charts that passed the review can be chosen"}
	notKnown    = phira.Texts{
		Chinese: "无法确认谱面的难度或审核状态，请稍后再试",
		English: "The difficulty or review of this chart is not known; try again later",
	}
)

func tooEasy(difficulty, minimum float32) phira.Texts {
	return phira.Texts{
		Chinese: fmt.Sprintf("难度 %.1f 低于下限 %.1f", difficulty, minimum),
		English: fmt.Sprintf("Its difficulty %.1f is below the minimum %.1f", difficulty, minimum),
	}
}

func tooHard(difficulty, maximum float32) phira.Texts {
	return phira.Texts{
		Chinese: fmt.Sprintf("难度 %.1f 高于上限 %.1f", difficulty, maximum),
		English: fmt.Sprintf("Its difficulty %.1f is above the maximum %.1f", difficulty, maximum),
	}
}

// What the command lists.
var (
	noRules      = phira.Texts{Chinese: "所有谱面都可以选择", English: "Every chart can be chosen"}
	reviewedOnly = phira.Texts{Chinese: "只允许已通过审核的谱面", English: "Only charts that passed the review"}
)

func onlyCharts(list string) phira.Texts {
	return phira.Texts{Chinese: "只允许谱面 " + list, English: "Only the charts " + list}
}

func notCharts(list string) phira.Texts {
	return phira.Texts{Chinese: "禁止谱面 " + list, English: "Not the charts " + list}
}

func minimumOf(difficulty float32) phira.Texts {
	return phira.Texts{Chinese: fmt.Sprintf("难度不低于 %.1f", difficulty), English: fmt.Sprintf("Difficulty at least %.1f", difficulty)}
}

func maximumOf(difficulty float32) phira.Texts {
	return phira.Texts{Chinese: fmt.Sprintf("难度不高于 %.1f", difficulty), English: fmt.Sprintf("Difficulty at most %.1f", difficulty)}
}
