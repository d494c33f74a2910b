using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Tests.Manifest;

namespace Phira.PluginService.Packaging.Tests.Limits;

public sealed class LimitsResolverTests
{
    private const long Mebibyte = 1024 * 1024;

    private static readonly ResourceLimits Standard = new();

    private static readonly ResourceLimits Maximum = new() { MaxMemory = 512 * Mebibyte, MaxCpuTimeMs = 2000 };

    [Fact]
    public void The_defaults_are_those_of_the_documentation()
    {
        var expected = new Dictionary<string, long>
        {
            ["max_memory"] = 256 * Mebibyte,
            ["max_cpu_time_ms"] = 1000,
            ["max_execution_time_ms"] = 5000,
            ["max_open_files"] = 32,
            ["max_network_connections"] = 8,
            ["max_allocation_size"] = 16 * Mebibyte,
            ["max_total_allocation"] = 128 * Mebibyte,
            ["max_stack_size"] = 8 * Mebibyte,
        };

        Assert.Equal(expected, LimitField.All.ToDictionary(field => field.Key, field => field.Get(Standard)));
    }

    [Fact]
    public void Each_key_sets_its_own_field_and_no_other()
    {
        foreach (var field in LimitField.All)
        {
            var changed = field.With(Standard, 77);

            Assert.All(LimitField.All, other => Assert.Equal(other == field ? 77 : other.Get(Standard), other.Get(changed)));
        }
    }

    [Fact]
    public void A_plugin_that_asks_for_nothing_gets_the_defaults() =>
        Assert.Equal(Standard, LimitsResolver.Resolve([], Standard, Maximum).Value);

    [Fact]
    public void A_plugin_may_ask_for_less_and_for_more_than_the_default()
    {
        var limits = LimitsResolver.Resolve(
            [Request("max_memory", 512 * Mebibyte), Request("max_cpu_time_ms", 10)], Standard, Maximum);

        Assert.Equal(Standard with { MaxMemory = 512 * Mebibyte, MaxCpuTimeMs = 10 }, limits.Value);
    }

    [Fact]
    public void More_than_the_maximum_is_refused_with_both_values_and_the_place()
    {
        var limits = LimitsResolver.Resolve([Request("max_cpu_time_ms", 2001, line: 9)], Standard, Maximum);

        Assert.Equal(["9:3 manifest.limit_above_maximum max_cpu_time_ms|2001|2000"], ManifestText.Problems(limits.Error));
    }

    [Fact]
    public void Every_limit_above_the_maximum_is_named()
    {
        var limits = LimitsResolver.Resolve(
            [Request("max_memory", 513 * Mebibyte), Request("max_cpu_time_ms", 2001), Request("max_open_files", 1)], Standard, Maximum);

        Assert.Equal(["max_memory", "max_cpu_time_ms"], limits.Error!.Causes.Select(cause => cause.Arguments[0]));
    }

    private static LimitRequest Request(string key, long value, int line = 1) =>
        new(LimitField.Find(key)!, value, new SourceLocation("plugin.toml", line, 3));
}
