using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Tests.Support;

/// <summary>A certificate with its intermediate one and its key, as PEM files like those that certificate clients write.</summary>
internal sealed class PemFiles : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DateTimeOffset _from = TimeProvider.System.GetUtcNow().AddDays(-1);
    private readonly DateTimeOffset _to = TimeProvider.System.GetUtcNow().AddDays(30);
    private readonly X509Certificate2 _root;

    public PemFiles() => _root = NewAuthority("CN=Test root", _rootKey).CreateSelfSigned(_from, _to);

    public string Certificate => _directory["fullchain.pem"];

    public string Key => _directory["privkey.pem"];

    /// <summary>A client that trusts the root alone: it accepts the service's certificate only with the intermediate one.</summary>
    public SslClientAuthenticationOptions Client => new()
    {
        TargetHost = "localhost",
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { _root },
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    /// <summary>Writes a new certificate with its key.</summary>
    /// <returns>The serial number of the certificate.</returns>
    public string Renew()
    {
        using var intermediateKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var intermediate = NewAuthority("CN=Test authority", intermediateKey).Create(_root, _from, _to, RandomNumberGenerator.GetBytes(16));
        using var issuer = intermediate.CopyWithPrivateKey(intermediateKey);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(issuer, _from, _to, RandomNumberGenerator.GetBytes(16));

        File.WriteAllText(Certificate, $"{certificate.ExportCertificatePem()}\n{intermediate.ExportCertificatePem()}\n");
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem() + "\n");
        return certificate.SerialNumber;
    }

    public void Dispose()
    {
        _root.Dispose();
        _rootKey.Dispose();
        _directory.Dispose();
    }

    private static CertificateRequest NewAuthority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request;
    }
}
