namespace Phira.PluginService.Testing.CompileBombs;

/// <summary>A core module in the making: functions of one type each, a memory, a table.</summary>
internal sealed class CoreModule
{
    public const byte I32 = 0x7f;
    public const byte V128 = 0x7b;

    private const byte End = 0x0b;

    private readonly WasmBytes _types = new();
    private readonly WasmBytes _functions = new();
    private readonly WasmBytes _code = new();
    private readonly List<(byte Id, WasmBytes Content)> _others = [];
    private int _typeCount;
    private int _functionCount;

    /// <summary>Adds a type of functions, or of blocks with parameters.</summary>
    public int Type(int parameters, int results, byte type = I32)
    {
        _types.Add(0x60).Number(parameters).Repeat(parameters, (bytes, _) => bytes.Add(type)).Number(results).Repeat(results, (bytes, _) => bytes.Add(type));
        return _typeCount++;
    }

    /// <summary>Adds a function with locals of one type.</summary>
    public CoreModule Function(int type, int locals, Action<WasmBytes> code, byte localType = I32)
    {
        _functions.Number(type);
        var body = new WasmBytes();
        _ = locals == 0 ? body.Number(0) : body.Number(1).Number(locals).Add(localType);
        code(body);
        _code.Sized(body.Add(End));
        _functionCount++;
        return this;
    }

    public CoreModule Section(byte id, Action<WasmBytes> write)
    {
        var content = new WasmBytes();
        write(content);
        _others.Add((id, content));
        return this;
    }

    public CoreModule Memory() => Section(5, bytes => bytes.Number(1).Add(0x00).Number(1));

    public CoreModule Table() => Section(4, bytes => bytes.Number(1).Add(0x70, 0x00).Number(1));

    public byte[] ToArray()
    {
        var module = new WasmBytes().Add([.. "\0asm"u8, 1, 0, 0, 0]);
        module.Section(1, Counted(_typeCount, _types));
        if (_functionCount > 0)
        {
            module.Section(3, Counted(_functionCount, _functions));
        }

        foreach (var (id, content) in _others.Where(section => section.Id < 10).OrderBy(section => section.Id))
        {
            module.Section(id, content);
        }

        if (_functionCount > 0)
        {
            module.Section(10, Counted(_functionCount, _code));
        }

        foreach (var (id, content) in _others.Where(section => section.Id > 10))
        {
            module.Section(id, content);
        }

        return module.ToArray();
    }

    private static WasmBytes Counted(int count, WasmBytes items) => new WasmBytes().Number(count).Add(items.ToArray());
}
