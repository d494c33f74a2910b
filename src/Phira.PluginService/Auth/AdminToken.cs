using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Phira.PluginService.Auth;

/// <summary>The admin token, kept as a hash: comparing takes the same time whatever was sent, and nothing can print it.</summary>
internal sealed class AdminToken
{
    public const int MaximumLength = 512;

    /// <summary>A shorter token is acceptable only where nobody else can try to guess it.</summary>
    public const int SafeLength = 32;

    private const int RandomBytes = 32;

    private readonly byte[] _hash;

    public AdminToken(string token)
    {
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(_hash));
    }

    /// <summary>Tells two tokens apart without giving either away; binds sessions to the token that opened them.</summary>
    public string Fingerprint { get; }

    public static string CreateText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static bool IsUsable(string text) => text.Length is > 0 and <= MaximumLength && text.All(c => c is > ' ' and <= '~');

    public bool Matches(string presented) =>
        presented.Length <= MaximumLength
        && CryptographicOperations.FixedTimeEquals(_hash, SHA256.HashData(Encoding.UTF8.GetBytes(presented)));
}
