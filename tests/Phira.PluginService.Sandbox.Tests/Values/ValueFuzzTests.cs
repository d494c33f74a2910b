using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Fuzz;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Sandbox.Tests.Values;

/// <summary>The short form of the fuzzing of values: its corpus, and inputs by chance.</summary>
public sealed class ValueFuzzTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const int HostStack = 2 << 20;
    private const int InputsOfEachType = 20;
    private const int InputLength = 200;

    // A component is compiled for each type.
    private static readonly int TypesOfEachSeed = LongForm.IsOn ? 10 : 3;
    private static readonly int CorpusStep = LongForm.IsOn ? 1 : 4;

    [Fact]
    public async Task No_input_of_the_corpus_comes_back_as_another() =>
        await RunAsync((await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "corpus", "values.txt"), TestContext.Current.CancellationToken))
            .Where((_, index) => index % CorpusStep == 0).Select(Convert.FromHexString));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_input_by_chance_comes_back_as_another(int seed)
    {
        var random = new Random(seed);
        var types = new byte[TypesOfEachSeed];
        random.NextBytes(types);

        await RunAsync(types.SelectMany(type => Enumerable.Range(0, InputsOfEachType).Select(number =>
        {
            var input = new byte[random.Next(2, InputLength)];
            random.NextBytes(input);
            (input[0], input[1]) = (type, (byte)number);
            return input;
        })));
    }

    private async Task RunAsync(IEnumerable<byte[]> inputs)
    {
        byte[][] all = [.. inputs];
        Assert.NotEmpty(all);
        var limits = new ResourceLimits();
        using var ticker = new EpochTicker();

        // Instances belong to a thread of their own.
        await EngineFixture.OnThreadAsync(
            checked((int)limits.MaxStackSize) + HostStack,
            () =>
            {
                using var echo = new ValueEcho(Compile, ticker);
                Array.ForEach(all, echo.Run);
                return all.Length;
            });
    }

    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "The thread is the test's own.")]
    private CompiledComponent Compile(byte[] bytes) => fixture.CompileAsync(bytes, new ResourceLimits()).GetAwaiter().GetResult();
}
