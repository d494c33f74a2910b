namespace Phira.PluginService.Sandbox.Binary;

/// <summary>
/// Looks at the code of a component before anything is spent on compiling it, in one pass over its bytes: how much there is, which decides
/// what compiling it may cost, and what of it <see cref="CodeBounds"/> finds absurd. Bytes that are malformed are left to the compiler, which
/// says what is wrong with them.
/// </summary>
internal sealed class CodeSurvey
{
    private const int OrdinaryBody = 32 * 1024;

    // Locals × branches for each byte of a function. Engines for JavaScript have 98 % of their code below it.
    private const double OrdinaryFlow = 2;

    private readonly Stack<(int Start, int Length, int Depth)> _parts = [];

    private CodeSurvey()
    {
    }

    /// <summary>
    /// Bytes of all function bodies, as far as they are like those of honest components: compiling a function costs more than in proportion
    /// to its size and its flow, so one that is larger or denser than usual must not buy itself the time of many.
    /// </summary>
    public long CodeBytes { get; private set; }

    /// <summary>Functions with a body.</summary>
    public long Functions { get; private set; }

    /// <summary>Core modules and components.</summary>
    public long Parts { get; private set; }

    /// <summary>Greatest depth to which components are nested.</summary>
    public long PartDepth { get; private set; }

    /// <summary>Segments that fill memories and tables.</summary>
    public long Segments { get; private set; }

    /// <summary>Size of the largest function body.</summary>
    public long LargestBody { get; private set; }

    /// <summary>Greatest depth to which the blocks of a function are nested.</summary>
    public long BlockDepth { get; private set; }

    /// <summary>The largest product of a function's locals and its branches: the compiler keeps each local apart at each branch.</summary>
    public long LargestFlow { get; private set; }

    /// <summary>Surveys a component.</summary>
    public static CodeSurvey Of(ReadOnlySpan<byte> component)
    {
        var survey = new CodeSurvey();
        survey._parts.Push((0, component.Length, 0));
        while (survey._parts.TryPop(out var part))
        {
            try
            {
                survey.ReadPart(component.Slice(part.Start, part.Length), part.Start, part.Depth);
            }
            catch (WasmFormatException)
            {
                // The compiler says where.
            }
        }

        return survey;
    }

    private void ReadPart(ReadOnlySpan<byte> part, int start, int depth)
    {
        Parts++;
        PartDepth = Math.Max(PartDepth, depth);
        var sections = new SectionReader(part);
        while (sections.TryRead())
        {
            if (sections.HoldsPart)
            {
                _parts.Push((start + sections.Start, sections.Content.Length, depth + 1));
            }
            else if (sections is { IsModule: true, Id: WasmSections.ModuleCode })
            {
                ReadCode(sections.Content);
            }
            else if (sections is { IsModule: true, Id: WasmSections.ModuleElements or WasmSections.ModuleData })
            {
                Segments += new WasmReader(sections.Content).ReadNumber();
            }
        }
    }

    private void ReadCode(ReadOnlySpan<byte> content)
    {
        var reader = new WasmReader(content);
        for (var count = reader.ReadNumber(); count > 0; count--)
        {
            var body = reader.TakeBlock();
            var scan = FunctionScan.Of(body);
            var flow = scan.Locals * scan.Branches;
            CodeBytes += CountBytes(body.Length, flow);
            Functions++;
            LargestBody = Math.Max(LargestBody, body.Length);
            BlockDepth = Math.Max(BlockDepth, scan.Depth);
            LargestFlow = Math.Max(LargestFlow, flow);
        }
    }

    private static long CountBytes(int length, long flow)
    {
        var share = Math.Min(1, OrdinaryFlow * length / Math.Max(1, flow));
        return (long)(Math.Min(length, OrdinaryBody) * share * share);
    }
}
