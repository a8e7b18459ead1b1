using System.Text;
using Gep.Spatial.Ingest;

namespace Gep.Spatial.Tests.Ingest;

/// <summary>
/// Alone in its process while it runs: what other tests allocate would count as the reader's.
/// </summary>
[CollectionDefinition(nameof(GeoJsonMemoryTests), DisableParallelization = true)]
[Collection(nameof(GeoJsonMemoryTests))]
public class GeoJsonMemoryTests
{
    [Fact]
    public void Read_LongFile_HoldsOneFeatureAtATime()
    {
        const long Bound = 4_000_000;
        var endless = new EndlessCollection(features: 200_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0, count = 0;
        foreach (SourceRecord record in GeoJsonReader.Read(endless, Some.Manifest()))
        {
            Assert.Empty(record.Problems);
            if (++count % 50_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        Assert.Equal(200_000, count);
        Assert.InRange(most, long.MinValue, Bound);
    }

    /// <summary>A collection that is made while it is read.</summary>
    private sealed class EndlessCollection(int features) : Stream
    {
        private static readonly byte[] Head = "{\"type\":\"FeatureCollection\",\"features\":["u8.ToArray();
        private static readonly byte[] Feature =
            Encoding.UTF8.GetBytes("{\"type\":\"Feature\",\"geometry\":" + Some.Square + "},");
        private static readonly byte[] LastFeature = [.. Feature.SkipLast(1), .. "]}"u8];

        private byte[] _now = Head;
        private int _at;
        private int _left = features;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _now.Length)
            {
                if (_left == 0) return 0;
                _now = --_left == 0 ? LastFeature : Feature;
                _at = 0;
            }
            int taken = Math.Min(count, _now.Length - _at);
            _now.AsSpan(_at, taken).CopyTo(buffer.AsSpan(offset));
            _at += taken;
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
