namespace Phira.PluginService.Testing.CompileBombs;

/// <summary>Makes components that are expensive to compile, of several families and any size.</summary>
public static class CompileBombFactory
{
    private const byte Block = 0x02;
    private const byte Loop = 0x03;
    private const byte End = 0x0b;
    private const byte BranchTable = 0x0e;
    private const byte Call = 0x10;
    private const byte Drop = 0x1a;
    private const byte LocalGet = 0x20;
    private const byte LocalSet = 0x21;
    private const byte LocalTee = 0x22;
    private const byte Load = 0x28;
    private const byte Constant = 0x41;
    private const byte Add = 0x6a;
    private const byte Multiply = 0x6c;
    private const byte NoType = 0x40;

    /// <summary>One of each family, large enough to be a danger to a compiler without limits or to a reader.</summary>
    public static IReadOnlyList<CompileBomb> All =>
    [
        SequentialLoops(9_000, 9_000),
        SequentialLoops(3_000, 2_500),
        SequentialLoops(600, 600, functions: 470),
        NestedLoops(300, 300),
        NestedLoops(1_800, 1_800),
        NestedLoops(3_000, 3_000),
        BranchTables(functions: 100, targets: 20_000),
        TinyFunctions(190_000),
        TinyFunctions(900_000),
        StraightLine(operations: 600_000),
        StraightLine(operations: 5_000_000),
        LiveValues(functions: 6, values: 30_000),
        Rewrites(functions: 4, operations: 400_000),
        DeepBlocks(functions: 20, depth: 9_000),
        DeepBlocks(functions: 1, depth: 500_000),
        WideBlocks(functions: 8, depth: 300, width: 900),
        WideCalls(functions: 10, calls: 2_000, width: 900),
        Vectors(functions: 8, operations: 60_000, locals: 500),
        Segments(190_000),
        Modules(900),
        NestedComponents(40_000),
        ComponentTypes(200_000),
        DoublingTypes(60),
        CoreTypes(500_000),
        CoreExports(300_000),
        ComponentImports(100_000),
    ];

    /// <summary>Functions of many loops one after the other, behind which many locals are read that each of them may have changed.</summary>
    public static CompileBomb SequentialLoops(int loops, int locals, int functions = 1)
    {
        var module = new CoreModule();
        var type = module.Type(0, 0);
        for (var function = 0; function < functions; function++)
        {
            module.Function(type, locals, code => code
                .Repeat(loops, (bytes, i) => bytes
                    .Add(Loop, NoType, LocalGet).Number(i % locals).Add(Constant, 1, Add, LocalSet).Number(i % locals)
                    .Add(LocalGet).Number(i % locals).Add(0x0d, 0, End))
                .Repeat(locals, (bytes, i) => bytes.Add(LocalGet).Number(i).Add(Drop)));
        }

        return CompileBomb.OfModule($"{functions} functions of {loops} loops and {locals} locals", module.ToArray());
    }

    /// <summary>A function of nested loops, with one table of branches inside that leads to each of them.</summary>
    public static CompileBomb NestedLoops(int depth, int locals)
    {
        var module = new CoreModule();
        module.Function(module.Type(0, 0), locals, code => code
            .Repeat(depth, (bytes, _) => bytes.Add(Loop, NoType))
            .Repeat(locals, (bytes, i) => bytes.Add(LocalGet).Number(i).Add(Constant, 1, Add, LocalSet).Number(i))
            .Add(LocalGet, 0, BranchTable).Number(depth - 1).Repeat(depth, (bytes, i) => bytes.Number(i))
            .Repeat(depth, (bytes, _) => bytes.Add(End)));
        return CompileBomb.OfModule($"{depth} nested loops, {locals} locals", module.ToArray());
    }

    /// <summary>Functions that consist of one table of branches.</summary>
    public static CompileBomb BranchTables(int functions, int targets)
    {
        var module = new CoreModule();
        var type = module.Type(1, 0);
        for (var i = 0; i < functions; i++)
        {
            module.Function(type, 0, code => code
                .Add(Block, NoType, Block, NoType, LocalGet, 0, BranchTable).Number(targets)
                    .Repeat(targets + 1, (bytes, n) => bytes.Number(n % 2)).Add(End, End));
        }

        return CompileBomb.OfModule($"{functions} tables of {targets} branches", module.ToArray());
    }

    public static CompileBomb TinyFunctions(int count)
    {
        var module = new CoreModule();
        var type = module.Type(0, 0);
        for (var i = 0; i < count; i++)
        {
            module.Function(type, 0, _ => { });
        }

        return CompileBomb.OfModule($"{count} tiny functions", module.ToArray());
    }

    /// <summary>One function without a branch.</summary>
    public static CompileBomb StraightLine(int operations)
    {
        var module = new CoreModule().Memory();
        module.Function(module.Type(1, 1), 0, code => code
            .Add(LocalGet, 0)
            .Repeat(operations, (bytes, _) => bytes.Add(Load, 0, 0)));
        return CompileBomb.OfModule($"one function of {operations} operations", module.ToArray());
    }

    /// <summary>Functions with a great number of values that are all still needed at once.</summary>
    public static CompileBomb LiveValues(int functions, int values)
    {
        var module = new CoreModule().Memory();
        var type = module.Type(1, 1);
        for (var i = 0; i < functions; i++)
        {
            module.Function(type, 0, code => code
                .Repeat(values, (bytes, n) => bytes.Add(LocalGet, 0, Load, 0).Number(n * 4L))
                .Repeat(values - 1, (bytes, _) => bytes.Add(Add)));
        }

        return CompileBomb.OfModule($"{functions} functions of {values} live values", module.ToArray());
    }

    /// <summary>Chains of arithmetic that an optimiser can write in many ways.</summary>
    public static CompileBomb Rewrites(int functions, int operations)
    {
        var module = new CoreModule();
        var type = module.Type(1, 1);
        for (var i = 0; i < functions; i++)
        {
            module.Function(type, 1, code => code
                .Add(LocalGet, 0)
                .Repeat(operations / 4, (bytes, n) => bytes
                    .Add(Constant).Signed((n % 7) - 3).Add(Multiply, Constant).Signed(n).Add(Add, LocalTee, 1, LocalGet, 1, Add)));
        }

        return CompileBomb.OfModule($"{functions} functions of {operations} rewritable operations", module.ToArray());
    }

    public static CompileBomb DeepBlocks(int functions, int depth)
    {
        var module = new CoreModule();
        var type = module.Type(1, 0);
        for (var i = 0; i < functions; i++)
        {
            module.Function(type, 0, code => code
                .Repeat(depth, (bytes, n) => bytes.Add(Block, NoType, LocalGet, 0, 0x0d).Number(n))
                .Repeat(depth, (bytes, _) => bytes.Add(End)));
        }

        return CompileBomb.OfModule($"{functions} functions of {depth} nested blocks", module.ToArray());
    }

    /// <summary>Nested loops with a great number of parameters and results each.</summary>
    public static CompileBomb WideBlocks(int functions, int depth, int width)
    {
        var module = new CoreModule();
        var (type, wide) = (module.Type(1, 0), module.Type(width, width));
        for (var i = 0; i < functions; i++)
        {
            module.Function(type, 0, code => code
                .Repeat(width, (bytes, n) => bytes.Add(LocalGet, 0))
                .Repeat(depth, (bytes, _) => bytes.Add(Loop).Number(wide))
                .Add(LocalGet, 0, BranchTable).Number(depth - 1).Repeat(depth, (bytes, n) => bytes.Number(n))
                .Repeat(depth, (bytes, _) => bytes.Add(End))
                .Repeat(width, (bytes, _) => bytes.Add(Drop)));
        }

        return CompileBomb.OfModule($"{functions} functions of {depth} nested loops with {width} parameters", module.ToArray());
    }

    /// <summary>Calls with a great number of arguments and results.</summary>
    public static CompileBomb WideCalls(int functions, int calls, int width)
    {
        var module = new CoreModule();
        var wide = module.Type(width, width);
        for (var i = 0; i < functions; i++)
        {
            module.Function(wide, 0, code => code
                .Repeat(width, (bytes, n) => bytes.Add(LocalGet).Number(n))
                .Repeat(calls, (bytes, n) => bytes.Add(Call).Number(n % functions)));
        }

        return CompileBomb.OfModule($"{functions} functions of {calls} calls with {width} arguments", module.ToArray());
    }

    public static CompileBomb Vectors(int functions, int operations, int locals)
    {
        var module = new CoreModule().Memory();
        var type = module.Type(0, 1);
        for (var i = 0; i < functions; i++)
        {
            // All lanes of all locals decide what it returns, so that nothing is superfluous.
            module.Function(
                type,
                locals,
                code => code
                    .Repeat(locals, (bytes, n) => bytes.Add(Constant).Signed(n).Add(0xfd, 0, 0, 0, LocalSet).Number(n))
                    .Repeat(operations, (bytes, n) => bytes
                        .Add(LocalGet).Number(n % locals).Add(LocalGet).Number((n * 7) % locals).Add(0xfd, 13)
                        .Repeat(16, (lanes, lane) => lanes.Add((byte)((lane * 3 + n) % 32))).Add(LocalSet).Number((n * 5) % locals))
                    .Add(LocalGet, 0)
                    .Repeat(locals, (bytes, n) => bytes.Add(LocalGet).Number(n).Add(0xfd, 80))
                    .Add(0xfd, 27, 0),
                CoreModule.V128);
        }

        return CompileBomb.OfModule($"{functions} functions of {operations} vector operations", module.ToArray());
    }

    public static CompileBomb Segments(int count) => CompileBomb.OfModule(
        $"{count} segments",
        new CoreModule().Memory().Section(11, bytes => bytes.Number(count).Repeat(count, (segment, _) => segment.Add(0x00, Constant, 0, End, 1, 0))).ToArray());

    public static CompileBomb Modules(int count)
    {
        var module = new CoreModule();
        module.Function(module.Type(0, 0), 0, _ => { });
        var bytes = new WasmBytes().Add(module.ToArray());
        return CompileBomb.OfSections($"{count} modules", sections => sections.Repeat(count, (section, _) => section.Section(1, bytes)));
    }

    public static CompileBomb NestedComponents(int depth)
    {
        // From the inside out, so that each length is known; written from the back.
        var headers = new List<byte[]>();
        var length = 0;
        for (var i = 0; i < depth; i++)
        {
            length += 8;
            var header = new WasmBytes().Add(4).Number(length).Add([.. "\0asm"u8, 0x0d, 0, 1, 0]).ToArray();
            headers.Add(header);
            length += header.Length - 8;
        }

        headers.Reverse();
        return new CompileBomb($"{depth} nested components", [.. headers.SelectMany(header => header)]);
    }

    /// <summary>A great number of records.</summary>
    public static CompileBomb ComponentTypes(int count) => CompileBomb.OfComponent(
        $"{count} types of components",
        sections => sections.Section(7, new WasmBytes().Number(count).Repeat(count, (type, _) => type.Add(0x72, 1).Name("a").Add(0x73))));

    /// <summary>Tuples of tuples, each of which is twice as large as the one before when it is written out.</summary>
    public static CompileBomb DoublingTypes(int depth) => CompileBomb.OfComponent(
        $"a type that doubles {depth} times",
        sections => sections.Section(
            7, new WasmBytes().Number(depth + 1).Add(0x6f, 2, 0x73, 0x73).Repeat(depth, (type, i) => type.Add(0x6f, 2).Number(i).Number(i))));

    public static CompileBomb CoreTypes(int count)
    {
        var module = new CoreModule();
        for (var i = 0; i < count; i++)
        {
            module.Type(i % 9, i % 5);
        }

        return CompileBomb.OfModule($"{count} types of functions", module.ToArray());
    }

    public static CompileBomb CoreExports(int count)
    {
        var module = new CoreModule();
        module.Function(module.Type(0, 0), 0, _ => { });
        module.Section(7, bytes => bytes.Number(count).Repeat(count, (export, i) => export.Name($"{i}").Add(0, 0)));
        return CompileBomb.OfModule($"{count} exports", module.ToArray());
    }

    /// <summary>A great number of functions that are imported into an instance which nobody provides.</summary>
    public static CompileBomb ComponentImports(int count) => CompileBomb.OfComponent(
        $"{count} imports",
        sections => sections
            .Section(7, new WasmBytes().Number(1).Add(0x40, 0, 1, 0))
            .Section(10, new WasmBytes().Number(count).Repeat(count, (import, i) => import.Add(0).Name($"i{i}").Add(1).Number(0))));
}
