module conformance

go 1.24

require phira v0.0.0

replace phira => ../../../../src/Phira.PluginService.Sdk/guests/go/phira
