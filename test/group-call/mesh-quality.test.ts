import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { meshQuality } from '../../src/group-call/mesh-quality.ts';
import type { MeshDemand } from '../../src/group-call/mesh-quality.ts';
import { MOST_STRAIN } from '../../src/group-call/strain.ts';

const demand: fc.Arbitrary<MeshDemand> = fc.record({
  receivers: fc.nat(31),
  strain: fc.nat(MOST_STRAIN),
  sharesScreen: fc.boolean(),
  savesData: fc.boolean(),
});

function numbers(of: MeshDemand): readonly number[] {
  const { camera, screen } = meshQuality(of);
  return [camera.maxBitrate, camera.lines, screen.maxBitrate];
}

/** In none of its numbers. */
function expectNoMore(less: MeshDemand, than: MeshDemand): void {
  const most = numbers(than);
  for (const [index, number] of numbers(less).entries()) expect(number).to.be.at.most(most[index] ?? 0);
}

describe('quality in a mesh', () => {
  it('is never more with more receivers, more strain or a screen beside the camera', () => {
    fc.assert(
      fc.property(demand, fc.nat(8), fc.nat(3), (than, more, strain) => {
        expectNoMore({ ...than, receivers: than.receivers + more }, than);
        expectNoMore({ ...than, strain: than.strain + strain }, than);
        expectNoMore({ ...than, sharesScreen: true }, { ...than, sharesScreen: false });
        expectNoMore({ ...than, savesData: true }, { ...than, savesData: false });
      }),
    );
  });

  it('is never more for who shows it small, least for who shows it smallest, and as ever for who has not said', () => {
    const size = fc.nat(3_000);
    fc.assert(
      fc.property(demand, size, size, size, (of, camera, more, screen) => {
        const large = { ...of, shown: { camera: camera + more, screen } };
        expectNoMore({ ...of, shown: { camera, screen } }, large);
        expectNoMore(large, of);
        expect(meshQuality({ ...of, shown: null })).to.deep.equal(meshQuality(of));
        expect(meshQuality({ ...of, shown: { camera: 2_160, screen } }).camera).to.deep.include({
          active: true,
          maxBitrate: meshQuality(of).camera.maxBitrate,
        });
      }),
    );
  });

  it('is nothing of the one picture that is not shown, and leaves a screen its size', () => {
    fc.assert(
      fc.property(demand, fc.nat(2_160), fc.nat(2_160), (of, camera, screen) => {
        const quality = meshQuality({ ...of, shown: { camera, screen } });
        expect([quality.camera.active, quality.screen.active]).to.deep.equal([camera > 0, screen > 0]);
        expect(quality.screen.maxBitrate).to.equal(meshQuality(of).screen.maxBitrate);
        expect(quality.camera.lines, 'a size that can be sent').to.be.at.least(90);
      }),
    );
  });

  it('has the bitrate of the size that is shown', () => {
    const shown = (camera: number) =>
      meshQuality({ receivers: 1, strain: 0, sharesScreen: false, shown: { camera, screen: 0 } }).camera;
    expect([180, 270, 360, 540, 720].map((size) => shown(size).lines)).to.deep.equal([
      180, 270, 360, 540, 720,
    ]);
    expect([180, 270, 360, 540, 720].map((size) => shown(size).maxBitrate)).to.deep.equal([
      150_000, 350_000, 700_000, 1_500_000, 2_000_000,
    ]);
  });

  it('stays within what an uplink carries together, but never sends nothing', () => {
    fc.assert(
      fc.property(demand, (of) => {
        const { camera, screen } = meshQuality(of);
        const all = (one: number): number => one * Math.max(1, of.receivers);
        expect(camera.maxBitrate).to.be.at.least(100_000);
        expect(screen.maxBitrate).to.be.at.least(200_000);
        if (camera.maxBitrate > 100_000) expect(all(camera.maxBitrate)).to.be.below(2_000_100);
        if (screen.maxBitrate > 200_000) expect(all(screen.maxBitrate)).to.be.below(4_000_100);
      }),
    );
  });

  it('leaves two people their whole picture, and gives four of them that of a grid', () => {
    const calm = { strain: 0, sharesScreen: false };
    expect(meshQuality({ receivers: 1, ...calm }).camera.lines).to.equal(Infinity);
    expect(meshQuality({ receivers: 2, ...calm }).camera.lines).to.equal(540);
    expect(meshQuality({ receivers: 3, ...calm }).camera.lines).to.equal(360);
    expect(meshQuality({ receivers: 7, ...calm }).camera.lines).to.equal(270);
    expect(meshQuality({ receivers: 3, strain: MOST_STRAIN, sharesScreen: false }).camera.lines).to.equal(
      180,
    );
  });
});
