using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Tests.Values;

/// <summary>The bridge passes the same arguments and results as the engine's .NET binding.</summary>
public sealed class ValueEchoTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const int ValuesOfEachType = 5;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_values_of_random_types_come_back_from_memory(int seed)
    {
        var random = new RandomValues(new Random(seed));
        var type = random.Type();
        var values = Enumerable.Range(0, ValuesOfEachType)
            .Select(_ => ComponentValue.Tuple([random.Value(type), .. Enumerable.Range(0, 17).Select(_ => ComponentValue.U8(7))]));

        await EchoAsync(EchoComponent.InMemory(type), [.. values]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_values_are_the_same_arguments(int seed)
    {
        var random = new RandomValues(new Random(seed));
        var type = random.ScalarType();
        while (Flattening.Flatten(type).Count() > Flattening.MaximumParameters)
        {
            type = random.ScalarType();
        }

        await EchoAsync(EchoComponent.AsNumbers(type), [.. Enumerable.Range(0, ValuesOfEachType).Select(_ => random.Value(type))]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_values_come_back_as_one_number(int seed)
    {
        var random = new RandomValues(new Random(seed));
        var type = random.ScalarType();
        while (Flattening.Flatten(type).Count() != 1)
        {
            type = random.ScalarType();
        }

        await EchoAsync(EchoComponent.AsOneNumber(type), [.. Enumerable.Range(0, ValuesOfEachType).Select(_ => random.Value(type))]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_values_reach_the_host_and_come_back(int seed)
    {
        var random = new RandomValues(new Random(seed));
        var type = random.Type();

        await EchoAsync(EchoComponent.ThroughTheHost(type), [.. Enumerable.Range(0, ValuesOfEachType).Select(_ => random.Value(type))]);
    }

    [Fact]
    public async Task A_result_of_the_host_that_is_larger_than_the_memory_was_arrives()
    {
        var text = new WitType(WitKind.List, [], [WitType.Primitive(WitKind.String)]);
        ComponentValue[] values = [.. new[] { 1, 60_000, 300_000 }.Select(length =>
            ComponentValue.List([.. Enumerable.Repeat(ComponentValue.String(new string('谱', length)), 3)]))];

        await EchoAsync(EchoComponent.ThroughTheHost(text), values);
    }

    private async Task EchoAsync(byte[] component, ComponentValue[] values)
    {
        var limits = new ResourceLimits();
        var bridged = await fixture.WithGuestAsync(
            limits,
            guest => Array.ConvertAll(values, value =>
            {
                var result = guest.Call(guest.Find(EchoComponent.Interface, "echo", "echo")!, CallLimits.From(limits), value);
                Assert.True(result.Fault is null, result.Fault?.Details);
                return ValueText.Of(ValueTree.Read(result.Value!.Value));
            }),
            component,
            new TestImport(EchoComponent.Interface, "echo", arguments => arguments[0]));

        Assert.Equal(Array.ConvertAll(values, value => EchoByBinding.Call(component, value)), bridged);
    }
}
