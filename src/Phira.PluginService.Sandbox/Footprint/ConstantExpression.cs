using Phira.PluginService.Sandbox.Binary;

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>Code that is evaluated when a module is instantiated: initial values of tables.</summary>
internal static class ConstantExpression
{
    /// <summary>Skips an expression with its end.</summary>
    /// <exception cref="WasmFormatException">It holds an instruction that is not known here.</exception>
    public static void Skip(ref WasmReader content)
    {
        const byte End = 0x0b;
        for (var opcode = content.ReadByte(); opcode != End; opcode = content.ReadByte())
        {
            SkipInstruction(ref content, opcode);
        }
    }

    private static void SkipInstruction(ref WasmReader content, byte opcode)
    {
        const int VectorBytes = 16;
        switch (opcode)
        {
            case 0x23 or 0x41 or 0x42 or 0xd0 or 0xd2:
                content.SkipNumber();
                break;
            case 0x43:
                content.Skip(sizeof(float));
                break;
            case 0x44:
                content.Skip(sizeof(double));
                break;
            case (>= 0x6a and <= 0x6c) or (>= 0x7c and <= 0x7e):
                break;
            case 0xfb:
                SkipGarbageCollected(ref content);
                break;
            case 0xfd when content.ReadNumber() == 12:
                content.Skip(VectorBytes);
                break;
            default:
                throw new WasmFormatException();
        }
    }

    private static void SkipGarbageCollected(ref WasmReader content)
    {
        switch (content.ReadNumber())
        {
            case 0 or 1 or 6 or 7:
                content.SkipNumber();
                break;
            case 8:
                content.SkipNumbers(2);
                break;
            case 26 or 27 or 28:
                break;
            default:
                throw new WasmFormatException();
        }
    }
}
