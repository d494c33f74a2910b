using Phira.PluginService.Fuzz;
using SharpFuzz;

switch (args)
{
    case ["corpus", var directory]:
        Corpus.Write(directory);
        return 0;
    case ["found", var queue]:
        foreach (var line in Corpus.Found(queue))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return 0;
    case [var name] when Targets.All.TryGetValue(name, out var target):
        // Under AFL++ this is its fork server; alone, it runs the target once with the standard input.
        Fuzzer.OutOfProcess.Run(stream => target(Targets.ReadAll(stream)));
        return 0;
    case ["values"]:
        ValueTarget.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync($"corpus DIRECTORY | found QUEUE | {string.Join(" | ", Targets.All.Keys)} | values");
        return 2;
}
