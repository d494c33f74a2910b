using System.Runtime.InteropServices;
using System.Text;

namespace Phira.PluginService.Sandbox.Testing;

/// <summary>Components written as text, assembled in the test.</summary>
internal static partial class Wat
{
    /// <summary>Assembles a file of the <c>Fixtures</c> folder beside the tests.</summary>
    public static byte[] Load(string name) =>
        Assemble(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name + ".wat")));

    /// <summary>Assembles component or module text.</summary>
    public static unsafe byte[] Assemble(string text)
    {
        var source = Encoding.UTF8.GetBytes(text);
        var result = default(ByteVector);
        nint error;
        fixed (byte* pointer = source)
        {
            error = ToBinary(pointer, (nuint)source.Length, &result);
        }

        if (error != 0)
        {
            var message = default(ByteVector);
            ErrorMessage(error, &message);
            throw new FormatException(Encoding.UTF8.GetString(message.Data, (int)message.Size));
        }

        var binary = new ReadOnlySpan<byte>(result.Data, (int)result.Size).ToArray();
        DeleteVector(&result);
        return binary;
    }

    [LibraryImport("wasmtime", EntryPoint = "wasmtime_wat2wasm")]
    private static unsafe partial nint ToBinary(byte* text, nuint length, ByteVector* result);

    [LibraryImport("wasmtime", EntryPoint = "wasmtime_error_message")]
    private static unsafe partial void ErrorMessage(nint error, ByteVector* message);

    [LibraryImport("wasmtime", EntryPoint = "wasm_byte_vec_delete")]
    private static unsafe partial void DeleteVector(ByteVector* vector);

    private unsafe struct ByteVector
    {
        public nuint Size;
        public byte* Data;
    }
}
