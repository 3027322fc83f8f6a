using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Streams;

/// <summary>nginx with the module nchan, a hub for server-sent events in C. It keeps nothing: a publish is a message in memory.</summary>
internal sealed class NchanSide(ChildProcess process, IPEndPoint address) : ISide
{
    /// <summary>Its ids are longer than ours; with so many bytes of data its frames are as long (the run checks that they are, within 5 %).</summary>
    private const int DataBytes = 49;

    private const string Prefix = "order_status_updated:";
    private static readonly string[] Modules = ["/usr/lib/nginx/modules/ngx_nchan_module.so", "/usr/lib64/nginx/modules/ngx_nchan_module.so"];
    private static readonly string[] Programs = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];

    public string Name => "nginx + nchan";

    public ChildProcess Process => process;

    public IPEndPoint Address => address;

    public byte[] Subscribe => "GET /stream HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n"u8.ToArray();

    /// <summary>Starts it with a configuration of its own on a free port; null where it is not installed.</summary>
    public static async Task<NchanSide?> StartAsync(string folder, int workers)
    {
        if (Array.Find(Programs, File.Exists) is not { } program || Array.Find(Modules, File.Exists) is not { } module)
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration(folder, module, address, workers));
        var process = ChildProcess.Start(program, ["-p", folder, "-c", configuration], folder);
        await AnsweringAsync(address);
        return new NchanSide(process, address);
    }

    public byte[] Publish(int publisher) =>
        Encoding.ASCII.GetBytes(
            $"POST /publish HTTP/1.1\r\nHost: bench\r\nContent-Type: text/plain\r\nContent-Length: {DataBytes}\r\n\r\n{Prefix}{publisher.ToString($"D{DataBytes - Prefix.Length}", CultureInfo.InvariantCulture)}"
        );

    public int PublisherOf(string data) => int.Parse(data.AsSpan(Prefix.Length), CultureInfo.InvariantCulture);

    /// <summary>"1795310330:2" is the third message of that second.</summary>
    public long Order(string id) =>
        id.Split(':') is [var second, var place]
            ? (long.Parse(second, CultureInfo.InvariantCulture) * 1_000_000) + long.Parse(place, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{id} is no id of nchan's.");

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static string Configuration(string folder, string module, IPEndPoint address, int workers) =>
        $$"""
            load_module {{module}};
            daemon off;
            worker_processes {{workers}};
            pid {{folder}}/nginx.pid;
            error_log stderr warn;
            events { worker_connections 16000; }
            http {
                access_log off;
                keepalive_requests 1000000000;
                keepalive_timeout 1h;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                server {
                    listen {{address}} backlog=8192;
                    location = /publish {
                        nchan_publisher;
                        nchan_channel_id bench;
                        nchan_message_buffer_length 1000;
                        nchan_message_timeout 1m;
                    }
                    location = /stream {
                        nchan_subscriber eventsource;
                        nchan_channel_id bench;
                        nchan_subscriber_first_message newest;
                    }
                }
            }
            """;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task AnsweringAsync(IPEndPoint address)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(address);
                return;
            }
            catch (SocketException) when (tries < 100)
            {
                await Task.Delay(50);
            }
        }
    }
}
