import { css } from 'lit';

/** A public element and the frame in it: header, centre, controls. */
export const frameStyles = css`
  :host {
    container-type: size;
    position: relative;
    display: block;
    overflow: hidden;
    isolation: isolate;
    inline-size: 100%;
    block-size: 480px;
    border-radius: var(--_radius);
    background: var(--_stage);
    color: var(--_ink);
    font: 400 15px/22px var(--_font);
    -webkit-text-size-adjust: 100%;
    text-align: start;
  }
  :host(:fullscreen) {
    border-radius: 0;
  }
  :host(:state(hidden)) {
    display: none;
  }
  .frame {
    --_pad: 16px;
    --_gap: 12px;
    --_size: var(--famedly-call-control-size, 48px);
    --_self: var(--famedly-call-self-width, 176px);
    --_self-ratio: 16 / 10;
    --_avatar: 112px;
    --_dock-gap: 8px;
    --_dock-pad: 8px;
    --_bottom: max(var(--_pad), env(safe-area-inset-bottom));
    --_edges: max(var(--_pad), env(safe-area-inset-left), env(safe-area-inset-right));
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: var(--_gap);
    padding: max(var(--_pad), env(safe-area-inset-top)) max(var(--_pad), env(safe-area-inset-right))
      var(--_bottom) max(var(--_pad), env(safe-area-inset-left));
  }
  @container (width < 600px) {
    .frame {
      --_pad: 12px;
      --_size: 52px;
      --_self: 96px;
      --_self-ratio: 3 / 4;
      --_avatar: 104px;
      --_dock-gap: 9px;
    }
  }
  @container (width < 360px) {
    .frame {
      --_size: 48px;
      --_dock-gap: 8px;
      --_dock-pad: 6px;
    }
  }
  @container (width < 320px) {
    .frame {
      --_pad: 8px;
      --_gap: 8px;
      --_size: 44px;
      --_self: 72px;
      --_avatar: 80px;
    }
  }
  @container (width >= 1024px) {
    .frame {
      --_pad: 20px;
      --_self: 240px;
      --_avatar: 144px;
    }
  }
  @container (height < 560px) and (width >= 320px) {
    .frame {
      --_avatar: 80px;
    }
  }
  @container (height < 420px) {
    .frame {
      --_avatar: 64px;
      --_size: 44px;
      --_pad: 8px;
      --_gap: 8px;
      --_dock-pad: 6px;
      --_self: 112px;
      --_self-ratio: 16 / 10;
    }
  }
  @container (height < 420px) and (width < 400px) {
    .frame {
      --_avatar: 40px;
      --_self: 64px;
    }
  }
  .frame,
  .stage,
  .stage famedly-tile {
    position: absolute;
    inset: 0;
  }
  .ready {
    visibility: hidden;
  }
  .ready::part(video) {
    visibility: visible;
  }
  .stage {
    background: var(--_stage);
  }
  .stage.tint {
    background: radial-gradient(
      circle farthest-corner at 50% 40%,
      color-mix(in oklab, var(--_hue) var(--_tint), var(--_stage)),
      var(--_stage) 82%
    );
  }
  .frame > * {
    grid-column: 1;
  }
  .centre {
    grid-row: 2;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .centre.whole {
    grid-row: 1 / -1;
  }
  .notice {
    grid-row: 2;
    place-self: start center;
  }
  .actions {
    margin-block-start: 16px;
    font-size: 15px;
  }
  famedly-controls {
    grid-row: 3;
    justify-self: center;
    position: relative;
    z-index: 3;
    max-inline-size: 100%;
  }
  /* Every fade becomes a cut. */
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration-quick: 0s;
    }
  }
`;
