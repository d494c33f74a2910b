package phira

import "strings"

// Texts is a text in the languages of the players.
type Texts struct{ Chinese, English string }

// In gives the text for a language tag: Chinese unless the tag names another language.
func (t Texts) In(language string) string {
	if language == "" || strings.HasPrefix(strings.ToLower(language), "zh") {
		return t.Chinese
	}
	return t.English
}

// LanguageOf gives the language of a player; empty when it is not known. Needs `read_users`.
func LanguageOf(user *uint32) string {
	if user == nil {
		return ""
	}
	info, err := Users.GetUserInfo(*user)
	if err != nil {
		return ""
	}
	return info.Language
}

// For gives the text for a player. Needs `read_users`.
func (t Texts) For(user *uint32) string { return t.In(LanguageOf(user)) }
