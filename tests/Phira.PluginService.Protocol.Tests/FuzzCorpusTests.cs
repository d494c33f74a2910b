using Phira.PluginService.Fuzz;

namespace Phira.PluginService.Protocol.Tests;

/// <summary>The fuzzing harness holds for its whole corpus, the inputs that AFL++ found included.</summary>
public sealed class FuzzCorpusTests
{
    public static TheoryData<string> TargetNames => [.. Targets.All.Keys];

    [Theory]
    [MemberData(nameof(TargetNames))]
    public void No_input_of_the_corpus_breaks_a_promise(string target)
    {
        var broken = Corpus.InputsOf(target)
            .Select(input => (input.Key, Exception: Record.Exception(() => Targets.All[target](input.Value))))
            .Where(input => input.Exception is not null);

        Assert.Empty(broken);
        Assert.Contains(Corpus.InputsOf(target), input => input.Key.StartsWith("found", StringComparison.Ordinal));
    }
}
