namespace Phira.PluginService.Sandbox.Binary;

/// <summary>
/// The properties of a function that decide the cost of compiling it. Code is read once from front to back, without recursion; at an instruction
/// that is not known here the scan ends, and the limits of the compiler decide alone.
/// </summary>
internal ref struct FunctionScan
{
    private const byte ReferenceNull = 0x63;
    private const byte Reference = 0x64;
    private const byte OtherMemory = 0x40;

    private WasmReader _reader;

    private FunctionScan(ReadOnlySpan<byte> body) => _reader = new WasmReader(body);

    /// <summary>Locals that it declares; parameters are not counted.</summary>
    public long Locals { get; private set; }

    /// <summary>Places that control can branch at or to: blocks, loops, conditions, and every target of a table of branches.</summary>
    public long Branches { get; private set; }

    /// <summary>Greatest depth to which its blocks are nested.</summary>
    public int Depth { get; private set; }

    /// <summary>Scans the body of a function.</summary>
    public static FunctionScan Of(ReadOnlySpan<byte> body)
    {
        var scan = new FunctionScan(body);
        scan.ReadLocals();
        scan.ReadCode();
        return scan;
    }

    private void ReadLocals()
    {
        for (var groups = _reader.ReadNumber(); groups > 0; groups--)
        {
            Locals += _reader.ReadNumber();
            SkipType();
        }
    }

    private void ReadCode()
    {
        var depth = 0;
        while (!_reader.IsAtEnd)
        {
            var opcode = _reader.ReadByte();
            switch (opcode)
            {
                case 0x02 or 0x03 or 0x04 or 0x06 or 0x1f:
                    Branches++;
                    Depth = Math.Max(Depth, ++depth);
                    SkipType();
                    if (opcode == 0x1f)
                    {
                        SkipCatches();
                    }

                    break;
                case 0x0b:
                    depth--;
                    break;
                case 0x0e:
                    var targets = _reader.ReadNumber();
                    _reader.SkipNumbers(targets);
                    _reader.SkipNumber();
                    Branches += targets + 1L;
                    break;
                default:
                    if (!TrySkipPlain(opcode))
                    {
                        return;
                    }

                    break;
            }
        }
    }

    private bool TrySkipPlain(byte opcode)
    {
        switch (opcode)
        {
            case 0x05 or 0x19:
                Branches++;
                return true;
            case 0x0c or 0x0d or 0x07 or 0x18 or 0xd5 or 0xd6:
                Branches++;
                _reader.SkipNumber();
                return true;
            case 0x00 or 0x01 or 0x0a or 0x0f or 0x1a or 0x1b or (>= 0x45 and <= 0xc4) or 0xd1 or 0xd3 or 0xd4:
                return true;
            case 0x08 or 0x09 or 0x10 or 0x12 or 0x14 or 0x15 or (>= 0x20 and <= 0x26) or 0x3f or 0x40 or 0x41 or 0x42 or 0xd0 or 0xd2:
                _reader.SkipNumber();
                return true;
            case 0x11 or 0x13:
                _reader.SkipNumbers(2);
                return true;
            case 0x1c:
                for (var count = _reader.ReadNumber(); count > 0; count--)
                {
                    SkipType();
                }

                return true;
            case >= 0x28 and <= 0x3e:
                SkipAddress();
                return true;
            case 0x43:
                _reader.Skip(sizeof(float));
                return true;
            case 0x44:
                _reader.Skip(sizeof(double));
                return true;
            case 0xfc:
                return TrySkipBulk();
            case 0xfd:
                SkipVector();
                return true;
            default:
                return false;
        }
    }

    private bool TrySkipBulk()
    {
        switch (_reader.ReadNumber())
        {
            case <= 7 or (>= 19 and <= 22):
                return true;
            case 8 or 10 or 12 or 14:
                _reader.SkipNumbers(2);
                return true;
            case 9 or 11 or 13 or (>= 15 and <= 17):
                _reader.SkipNumber();
                return true;
            default:
                return false;
        }
    }

    private void SkipVector()
    {
        const int VectorBytes = 16;
        switch (_reader.ReadNumber())
        {
            case <= 11 or 92 or 93:
                SkipAddress();
                break;
            case 12 or 13:
                _reader.Skip(VectorBytes);
                break;
            case >= 21 and <= 34:
                _reader.Skip(1);
                break;
            case >= 84 and <= 91:
                SkipAddress();
                _reader.Skip(1);
                break;
        }
    }

    private void SkipAddress()
    {
        if ((_reader.ReadNumber() & OtherMemory) != 0)
        {
            _reader.SkipNumber();
        }

        _reader.SkipNumber();
    }

    private void SkipType()
    {
        // The type of a block may also be a number, which begins with any other byte.
        var before = _reader;
        if (_reader.ReadByte() is not (ReferenceNull or Reference))
        {
            _reader = before;
        }

        _reader.SkipNumber();
    }

    private void SkipCatches()
    {
        const byte FirstWithoutTag = 2;
        for (var count = _reader.ReadNumber(); count > 0; count--)
        {
            _reader.SkipNumbers(_reader.ReadByte() < FirstWithoutTag ? 2 : 1);
        }
    }
}
